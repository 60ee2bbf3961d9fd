package io.docaxis.simulator.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Where commands print. The first write that fails throws an {@link OutputLostException} to whoever printed, for a writer of Java's
 * own keeps it to itself; what is printed after that is dropped, so that the command can end in good order.
 */
public final class StandardOutput extends OutputStream {

    private final OutputStream out;
    private boolean lost;

    private StandardOutput(OutputStream out) {
        this.out = out;
    }

    /** That of this process, in characters that can be shown there. */
    public static PrintWriter ofThisProcess(Charset charset) {
        return TextOutput.writer(new StandardOutput(new FileOutputStream(FileDescriptor.out)), charset);
    }

    /** That of this process, for bytes that are no text. */
    public static OutputStream bytesOfThisProcess() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out));
    }

    /** The same for another place, in UTF-8. */
    public static PrintWriter to(OutputStream out) {
        return TextOutput.writer(new StandardOutput(out), StandardCharsets.UTF_8);
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        if (!lost) {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw lost(e);
            }
        }
    }

    @Override
    public synchronized void flush() {
        if (!lost) {
            try {
                out.flush();
            } catch (IOException e) {
                throw lost(e);
            }
        }
    }

    private OutputLostException lost(IOException cause) {
        lost = true;
        return new OutputLostException(cause);
    }
}
