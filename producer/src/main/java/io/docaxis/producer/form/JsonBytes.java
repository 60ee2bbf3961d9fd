package io.docaxis.producer.form;

import java.io.ByteArrayOutputStream;

/** Bytes of one event, whose array may be looked at without a copy. */
final class JsonBytes extends ByteArrayOutputStream {

    JsonBytes() {
        super(1024);
    }

    /** An array that begins with them. */
    byte[] bytes() {
        return buf;
    }
}
