package io.docaxis.consumer.state;

/** What is stored with others of its age, as one entry. */
interface Paged<T extends Paged<T>> {

    /** With which others it is stored. */
    StoredPage<T> page();

    void setPage(StoredPage<T> page);

    /** Whether it is to be stored no more. */
    boolean isDropped();
}
