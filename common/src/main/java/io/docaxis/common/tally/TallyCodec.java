package io.docaxis.common.tally;

import com.google.protobuf.InvalidProtocolBufferException;
import io.docaxis.common.tally.proto.CellValue;
import io.docaxis.common.tally.proto.PartHeader;
import io.docaxis.common.tally.proto.SketchValue;
import io.docaxis.common.tally.proto.TallyKey;

/** Keys and values of the tally and ledger topics, as {@code docaxis_tally.proto} says. Stateless. */
public final class TallyCodec {

    private TallyCodec() {}

    public static byte[] cellKey(long run, int part, long cell) {
        return key(run, part).setCell(cell).build().toByteArray();
    }

    public static byte[] sketchKey(long run, int part) {
        return key(run, part).setSketch(true).build().toByteArray();
    }

    public static byte[] headerKey(long run, int part) {
        return key(run, part).setHeader(true).build().toByteArray();
    }

    private static TallyKey.Builder key(long run, int part) {
        return TallyKey.newBuilder().setRun(run).setPart(part);
    }

    /** The value of a cell that {@link Tally#takeChanged} gave; zeros are written too, so that no reader keeps a stale one. Null: it is to be deleted. */
    public static byte[] cell(Cell cell) {
        if (cell.isDeleted()) {
            return null;
        }
        CellValue.Builder value = CellValue.newBuilder()
                .setCount(cell.count)
                .setFingerprint(cell.fingerprint)
                .setLatenessS(cell.latenessS);
        value.addAllHistogram(cell.histogram());
        return value.build().toByteArray();
    }

    public static byte[] sketch(Sketch sketch) {
        SketchValue.Builder value = SketchValue.newBuilder();
        for (int i = 0; i < Sketch.WORDS; i++) {
            value.addWords(sketch.word(i));
        }
        return value.build().toByteArray();
    }

    /** Puts a stored cell into a tally; null: it was deleted. */
    public static void restoreCell(Tally into, long cell, byte[] valueOrNull) throws InvalidProtocolBufferException {
        if (valueOrNull == null) {
            into.delete(cell);
            return;
        }
        CellValue read = CellValue.parseFrom(valueOrNull);
        if (read.getHistogramCount() > CellKey.buckets(cell)) {
            throw new InvalidProtocolBufferException("cell with a histogram of " + read.getHistogramCount()
                    + " numbers; want " + CellKey.buckets(cell) + " at most");
        }
        into.restore(cell, read.getCount(), read.getFingerprint(), read.getLatenessS(), read.getHistogramList());
    }

    /** Puts a stored sketch into a tally. */
    public static void restoreSketch(Tally into, byte[] value) throws InvalidProtocolBufferException {
        SketchValue read = SketchValue.parseFrom(value);
        if (read.getWordsCount() != Sketch.WORDS) {
            throw new InvalidProtocolBufferException(
                    "sketch of " + read.getWordsCount() + " words; want " + Sketch.WORDS);
        }
        for (int i = 0; i < Sketch.WORDS; i++) {
            into.sketch().setWord(i, read.getWords(i));
        }
    }

    public static TallyKey key(byte[] key) throws InvalidProtocolBufferException {
        return TallyKey.parseFrom(key);
    }

    public static PartHeader header(byte[] value) throws InvalidProtocolBufferException {
        return PartHeader.parseFrom(value);
    }
}
