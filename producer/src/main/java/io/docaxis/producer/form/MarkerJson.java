package io.docaxis.producer.form;

import com.google.protobuf.MessageLite;
import io.docaxis.common.event.proto.Live;
import io.docaxis.common.event.proto.RunEnded;
import io.docaxis.common.event.proto.RunStarted;
import java.util.HexFormat;
import tools.jackson.core.JsonGenerator;

/** Writes what start and end markers say: the properties of an object that is open. Numbers of 64 bits are text, for JSON's readers round them. */
final class MarkerJson {

    private final JsonGenerator json;
    private final IsoTimes times;
    private final HexFormat hex = HexFormat.of();

    MarkerJson(JsonGenerator json, IsoTimes times) {
        this.json = json;
        this.times = times;
    }

    void write(MessageLite marker) {
        if (marker instanceof RunStarted started) {
            write(started);
        } else if (marker instanceof RunEnded ended) {
            write(ended);
        } else {
            throw new IllegalArgumentException("no marker: " + marker.getClass());
        }
    }

    private void write(RunStarted started) {
        json.writeStringProperty("run_id", started.getRunId());
        json.writeStringProperty("scenario", started.getScenario());
        json.writeStringProperty("seed", Long.toUnsignedString(started.getSeed()));
        json.writeNumberProperty("sources", started.getSources());
        times.instant("starts_at", started.getStartsAt());
        times.instantIfAny("ends_at", started.getEndsAt());
        rules(started);
        calendar(started);
        json.writeNumberProperty("departments", started.getDepartments());
        json.writeNumberProperty("communes", started.getCommunes());
        json.writeStringProperty("catalogue_fingerprint", hex.toHexDigits(started.getCatalogueFingerprint()));
        json.writeNumberProperty("contract_version", started.getContractVersion());
        if (started.hasLive()) {
            live(started.getLive());
        }
    }

    private void rules(RunStarted started) {
        json.writeNumberProperty("horizon_s", started.getHorizonS());
        json.writeNumberProperty("final_after_working_days", started.getFinalAfterWorkingDays());
        json.writeBooleanProperty("send_by_end_of_day", started.getSendByEndOfDay());
        json.writeBooleanProperty("arrival_acknowledges", started.getArrivalAcknowledges());
        json.writeNumberProperty("urgent_s", started.getUrgentS());
        json.writeNumberProperty("very_urgent_s", started.getVeryUrgentS());
        json.writeNumberProperty("express_s", started.getExpressS());
    }

    private void calendar(RunStarted started) {
        times.date("calendar_first_day", started.getCalendarFirstDay());
        times.date("calendar_last_day", started.getCalendarLastDay());
        times.dates("days_off", started.getDaysOffList());
        times.dates("make_up_days", started.getMakeUpDaysList());
        json.writeNumberProperty("morning_opens_s", started.getMorningOpensS());
        json.writeNumberProperty("morning_closes_s", started.getMorningClosesS());
        json.writeNumberProperty("afternoon_opens_s", started.getAfternoonOpensS());
        json.writeNumberProperty("afternoon_closes_s", started.getAfternoonClosesS());
        json.writeNumberProperty("utc_offset_s", started.getUtcOffsetS());
    }

    private void live(Live live) {
        json.writeObjectPropertyStart("live");
        json.writeNumberProperty("wall_ms", live.getWallMs());
        times.instant("simulated_at", live.getSimulatedS());
        json.writeNumberProperty("speed", live.getSpeed());
        json.writeNumberProperty("allowance_s", live.getAllowanceS());
        json.writeEndObject();
    }

    private void write(RunEnded ended) {
        json.writeNumberProperty("records", ended.getRecords());
        json.writeStringProperty("fingerprint", hex.toHexDigits(ended.getFingerprint()));
        json.writeBooleanProperty("complete", ended.getComplete());
        json.writeNumberProperty("sequence", ended.getSequence());
        times.instantIfAny("ends_at", ended.getEndsAt());
    }
}
