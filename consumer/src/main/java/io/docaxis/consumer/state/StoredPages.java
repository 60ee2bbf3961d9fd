package io.docaxis.consumer.state;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import io.docaxis.common.hash.Keyed;
import io.docaxis.common.hash.KeyedTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ObjLongConsumer;

/**
 * How threads and cells are stored: some at a time, as pages. At full speed nearly every thread that is remembered changes between two
 * commits, and nearly every one that was stored is forgotten, and of the cells half change each second; an entry for each, and another
 * for its end, would cost Kafka more than what is in them costs the exchange. What is in a page is of one age, so it lies together in
 * memory, and much of it changes, or is forgotten, together. Not thread-safe.
 */
final class StoredPages<T extends Keyed & StoredPage.Member<T>> {

    /** How one is written and put back. */
    interface Codec<T> {

        /** Of what is written; a page of another version is refused. */
        int version();

        /** What a page is called where one is refused. */
        String name();

        void write(T member, CodedOutputStream out) throws IOException;

        T read(CodedInputStream in) throws IOException;

        /** One that was read is not stored any more, or is about to be read as it is stored now. */
        default void forget(T member) {}
    }

    private final KeyedTable<T> members;
    private final int room;
    private final Codec<T> codec;
    private final List<StoredPage<T>> changed = new ArrayList<>();
    /** Grows with the longest page. */
    private byte[] buffer = new byte[1024];
    /** Where the next goes, if there is room; or null. */
    private StoredPage<T> open;

    private long next;
    /** Filled while entries are put back, for a later entry of a page replaces an earlier one. */
    private final KeyedTable<StoredPage<T>> restored = new KeyedTable<>();

    /**
     * @param members all that are remembered: where restored ones are put
     * @param room how many have room in a page; pages that were stored may have more
     */
    StoredPages(KeyedTable<T> members, int room, Codec<T> codec) {
        this.members = members;
        this.room = room;
        this.codec = codec;
    }

    /** Finds a page for a new one. */
    void add(T member) {
        if (open == null || open.isFull()) {
            open = new StoredPage<>(next++, room);
        }
        open.add(member);
    }

    /** One has changed, or was dropped. */
    void changed(T member) {
        StoredPage<T> page = member.page();
        if (!page.changed) {
            page.changed = true;
            changed.add(page);
        }
    }

    /** How many pages would be written (or deleted) now. */
    int changedCount() {
        return changed.size();
    }

    /**
     * Gives every page that changed since the last drain, once; one that has come and gone in between, not at all.
     *
     * @param to takes the value, null where all that was in the page was dropped, and the page's number
     */
    void drain(ObjLongConsumer<byte[]> to) {
        for (int i = 0; i < changed.size(); i++) {
            StoredPage<T> page = changed.get(i);
            page.changed = false;
            page.sweep();
            if (page.count() > 0) {
                page.stored = true;
                to.accept(encode(page), page.key);
            } else if (page.stored) {
                page.stored = false;
                to.accept(null, page.key);
            }
        }
        changed.clear();
    }

    /** A version, how many, and each of them. */
    byte[] encode(StoredPage<T> page) {
        while (true) {
            CodedOutputStream out = CodedOutputStream.newInstance(buffer);
            try {
                out.writeUInt64NoTag(codec.version());
                out.writeUInt64NoTag(page.count());
                for (int i = 0; i < page.count(); i++) {
                    codec.write(page.get(i), out);
                }
                return Arrays.copyOf(buffer, out.getTotalBytesWritten());
            } catch (CodedOutputStream.OutOfSpaceException e) {
                buffer = new byte[2 * buffer.length];
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** More entries are to be put back than those that made what is here. */
    void restoreMore() {
        members.forEach(member -> restored.put(member.page()));
        // its entry may be put back too, and is another page then
        open = null;
    }

    /**
     * Replaces what is in a page by what is in a stored value; null: nothing is. Then call {@link #restored}.
     *
     * @throws StoredVersionException if the value is of another version
     */
    void restore(long number, byte[] valueOrNull) throws IOException {
        StoredPage<T> old = restored.get(number);
        if (old != null) {
            for (int i = 0; i < old.count(); i++) {
                forget(old.get(i));
            }
            restored.remove(number);
        }
        if (valueOrNull != null) {
            StoredPage<T> page = decode(number, valueOrNull);
            page.stored = true;
            restored.put(page);
            next = Math.max(next, number + 1);
        }
    }

    private StoredPage<T> decode(long number, byte[] value) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(value);
        StoredVersion.require(codec.version(), in, codec.name());
        int count = Math.toIntExact(in.readUInt64());
        StoredPage<T> page = new StoredPage<>(number, count);
        for (int i = 0; i < count; i++) {
            T member = codec.read(in);
            page.add(member);
            members.put(member);
        }
        return page;
    }

    /** One that was forgotten and came again may be in another page already. */
    private void forget(T member) {
        if (members.get(member.key) == member) {
            members.remove(member.key);
            codec.forget(member);
        }
    }

    /** All entries were put back. */
    void restored() {
        restored.clear();
    }

    void clear() {
        changed.clear();
        restored.clear();
        open = null;
        next = 0;
    }
}
