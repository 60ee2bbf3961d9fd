package io.docaxis.common.hash;

/** Something that a {@link KeyedTable} finds by its number: a field, so that looking costs no call and no array of keys. */
public abstract class Keyed {

    public final long key;

    protected Keyed(long key) {
        this.key = key;
    }
}
