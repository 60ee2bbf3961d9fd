package io.docaxis.simulator.command;

import io.docaxis.common.lateness.LatenessRevision;
import io.docaxis.common.lateness.OverdueAsKnown;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.monitor.inquiry.OverdueDuty;
import io.docaxis.monitor.inquiry.RunTime;
import io.docaxis.monitor.inquiry.WhoIsLate;
import io.docaxis.simulator.report.Wording;
import io.docaxis.simulator.terminal.TextTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is late, for a terminal or a spreadsheet. */
final class LateText {

    private static final String UNCERTAIN = "unknown";

    private LateText() {}

    /**
     * Counts, and a row for each duty.
     *
     * @param limit most rows
     * @param width columns that lines may have
     */
    static String of(WhoIsLate late, long limit, int width) {
        StringBuilder text = new StringBuilder();
        late.run()
                .ifPresent(run -> text.append(counts(late))
                        .append('\n')
                        .append(asOf(late, run))
                        .append('\n'));
        late.unknown().forEach(what -> text.append("unknown: ").append(what).append('\n'));
        if (!late.duties().isEmpty() && limit > 0) {
            text.append('\n').append(rows(late, limit, width));
        }
        long more = late.duties().size() - limit;
        if (more > 0) {
            text.append("… and ").append(Wording.number(more)).append(" more: --limit 0 shows all\n");
        }
        return text.toString();
    }

    /** {@code 312 overdue (280 confirmed or final), 289 at 4 agencies}; what is missing may hold more. */
    static String counts(WhoIsLate late) {
        long sure = late.count(OverdueAsKnown.CONFIRMED) + late.count(OverdueAsKnown.FINAL);
        boolean isAll = late.watermark().isPresent();
        String counts =
                (isAll ? "" : "at least ") + Wording.number(late.duties().size()) + " overdue";
        if (late.duties().isEmpty()) {
            return counts;
        }
        counts += " (" + Wording.number(sure) + " confirmed or final"
                + (late.uncertain() > 0 ? ", of " + Wording.number(late.uncertain()) + " unknown" : "") + ")";
        WhoIsLate.Most most = late.most();
        return counts + ", " + Wording.number(most.duties()) + " at " + most.agencies()
                + (most.agencies() == 1 ? " agency" : " agencies");
    }

    private static String asOf(WhoIsLate late, PartHeader run) {
        RunTime time = RunTime.of(Optional.of(run));
        String watermark = late.watermark().isPresent()
                ? Wording.instant(late.watermark().getAsLong(), time.utcOffsetS())
                : UNCERTAIN;
        return "run " + run.getRunId() + ", " + (late.ended() ? "ended" : "watermark") + " " + watermark + ", "
                + late.headers().size() + " of " + run.getParts() + " partitions";
    }

    private static String rows(WhoIsLate late, long limit, int width) {
        int utcOffsetS = RunTime.of(late.run()).utcOffsetS();
        TextTable table = TextTable.of("agency", "obligation", "document", "deadline", "overdue for", "known", "thread")
                .right(6);
        late.duties().stream()
                .limit(limit)
                .forEach(duty -> table.row(
                        duty.last().debtor(),
                        Wording.words(duty.last().duty().obligation()),
                        duty.last().documentNumber(),
                        Wording.instant(duty.last().deadline(), utcOffsetS),
                        Wording.duration(duty.overdueS()),
                        known(duty),
                        String.valueOf(duty.last().duty().thread())));
        return table.text(width);
    }

    private static String known(OverdueDuty duty) {
        return duty.known().map(Wording::label).orElse(UNCERTAIN);
    }

    /** Comma-separated, with a head. */
    static String csv(WhoIsLate late, long limit) {
        Stream<String> head = Stream.of("agency,obligation,document_number,deadline,overdue_s,known,thread,document,"
                + "receiver,asker,type,urgency,partition,offset");
        Stream<String> rows = late.duties().stream().limit(limit).map(duty -> csv(duty, RunTime.of(late.run())));
        return Stream.concat(head, rows).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String csv(OverdueDuty duty, RunTime time) {
        LatenessRevision last = duty.last();
        return List.of(
                        last.debtor(),
                        Wording.label(last.duty().obligation()),
                        last.documentNumber(),
                        time.iso(last.deadline()),
                        String.valueOf(duty.overdueS()),
                        known(duty),
                        String.valueOf(last.duty().thread()),
                        String.valueOf(last.duty().document()),
                        last.duty().receiver(),
                        last.asker(),
                        last.type(),
                        last.urgency(),
                        String.valueOf(last.partition()),
                        String.valueOf(last.offset()))
                .stream()
                .map(LateText::quoted)
                .collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
        return field.matches("[^,\"\r\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
