package io.docaxis.simulator.page;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures of a page as small PNG files: 40 colours are enough for text on plain ground. */
final class FewColours {

    private static final int COLOURS = 40;

    private FewColours() {}

    static void write(byte[] png, File file) throws IOException {
        BufferedImage full = ImageIO.read(new ByteArrayInputStream(png));
        int[] colours = most(full);
        IndexColorModel palette = new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage small =
                new BufferedImage(full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, palette);
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < full.getHeight(); y++) {
            for (int x = 0; x < full.getWidth(); x++) {
                int index = nearest.computeIfAbsent(full.getRGB(x, y), colour -> nearest(colours, colour));
                small.getRaster().setSample(x, y, 0, index);
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam tightly = writer.getDefaultWriteParam();
        tightly.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        tightly.setCompressionQuality(0);
        Files.deleteIfExists(file.toPath());
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(small, null, null), tightly);
        }
        writer.dispose();
    }

    /** The colours that a picture can least do without: each next one is that of which most is farthest from all before. */
    private static int[] most(BufferedImage image) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
            }
        }
        Map<Integer, Long> missed = new HashMap<>();
        counts.keySet().forEach(colour -> missed.put(colour, (long) distance(0x808080, colour) + 1));
        int[] chosen = new int[Math.min(COLOURS, counts.size())];
        for (int i = 0; i < chosen.length; i++) {
            int next = counts.keySet().stream()
                    .max(Comparator.comparingLong((Integer colour) -> counts.get(colour) * missed.get(colour))
                            .thenComparing(Comparator.naturalOrder()))
                    .orElseThrow();
            chosen[i] = next;
            missed.replaceAll((colour, distance) -> Math.min(distance, distance(next, colour)));
        }
        return chosen;
    }

    private static int nearest(int[] colours, int wanted) {
        int best = 0;
        for (int i = 1; i < colours.length; i++) {
            if (distance(colours[i], wanted) < distance(colours[best], wanted)) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int a, int b) {
        int red = (a >> 16 & 0xFF) - (b >> 16 & 0xFF);
        int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
        int blue = (a & 0xFF) - (b & 0xFF);
        return red * red + green * green + blue * blue;
    }
}
