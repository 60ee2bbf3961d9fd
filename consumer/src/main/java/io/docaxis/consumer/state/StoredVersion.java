package io.docaxis.consumer.state;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;

/** The number that a stored value begins with: what another version has written is refused, not guessed at. */
final class StoredVersion {

    private StoredVersion() {}

    /** @throws StoredVersionException unless a value is of the version that this program writes */
    static void require(int wanted, CodedInputStream value, String name) throws IOException {
        long got = value.readUInt64();
        if (got != wanted) {
            throw new StoredVersionException(name, got, wanted);
        }
    }
}
