package fr.tessere.verification.lds;

import static fr.tessere.verification.lds.FaceImageReader.malformed;
import static fr.tessere.verification.lds.FaceImageReader.require;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.RefusedException;
import java.nio.ByteBuffer;

/**
 * Format and size of a compressed image, from its first bytes: enough to refuse one that would unfold into gigabytes.
 *
 * @param format JPEG (ITU-T T.81) or JPEG 2000 (ITU-T T.800)
 * @param width pixels
 * @param height pixels
 */
record ImageHeader(FaceImage.Format format, int width, int height) {
    /** Portraits in documents have a few hundred; what is larger only serves to exhaust a decoder. */
    static final int MOST_PIXELS_A_SIDE = 4096;

    private static final Bytes JP2_SIGNATURE = Bytes.ofHex("0000000C6A5020200D0A870A");
    private static final Bytes JPEG_START = Bytes.ofHex("FFD8FF");
    private static final Bytes CODESTREAM_START = Bytes.ofHex("FF4FFF51");
    private static final int BOX_JP2H = 0x6A703268;
    private static final int BOX_IHDR = 0x69686472;
    private static final int BOX_HEADER = 8;

    ImageHeader {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("an image has at least one pixel");
        }
    }

    static ImageHeader of(Bytes image) throws RefusedException {
        ByteBuffer bytes = ByteBuffer.wrap(image.toArray());
        if (beginsWith(image, JPEG_START)) {
            return jpeg(bytes);
        }
        if (beginsWith(image, CODESTREAM_START)) {
            return codestream(bytes);
        }
        require(beginsWith(image, JP2_SIGNATURE), malformed("a JPEG or JPEG 2000 image"));
        return jp2(bytes);
    }

    /** Walks the marker segments to the start of frame, SOF0 to SOF15 (T.81 §B.2.2). */
    private static ImageHeader jpeg(ByteBuffer bytes) throws RefusedException {
        int at = 2;
        while (at + 9 <= bytes.limit() && at(bytes, at) == 0xFF) {
            int marker = at(bytes, at + 1);
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                int height = Short.toUnsignedInt(bytes.getShort(at + 5));
                int width = Short.toUnsignedInt(bytes.getShort(at + 7));
                return sized(FaceImage.Format.JPEG, width, height);
            }
            int length = marker == 0xFF ? -1 : Short.toUnsignedInt(bytes.getShort(at + 2));
            require(marker == 0xFF || length >= 2, malformed("a marker segment of 2 bytes or more"));
            at += 2 + length;
        }
        throw malformed("a JPEG start of frame");
    }

    /** Walks the boxes to the image header, "ihdr" in "jp2h" (T.800 §I.5.3.1). */
    private static ImageHeader jp2(ByteBuffer bytes) throws RefusedException {
        int at = JP2_SIGNATURE.length();
        while (at + BOX_HEADER <= bytes.limit()) {
            long length = Integer.toUnsignedLong(bytes.getInt(at));
            int type = bytes.getInt(at + 4);
            if (type == BOX_JP2H) {
                int inside = at + BOX_HEADER;
                require(
                        inside + BOX_HEADER + 8 <= bytes.limit() && bytes.getInt(inside + 4) == BOX_IHDR,
                        malformed("a JPEG 2000 image header"));
                long height = Integer.toUnsignedLong(bytes.getInt(inside + BOX_HEADER));
                long width = Integer.toUnsignedLong(bytes.getInt(inside + BOX_HEADER + 4));
                return sized(FaceImage.Format.JPEG_2000, width, height);
            }
            require(length >= BOX_HEADER && length <= bytes.limit() - at, malformed("a box as long as it declares"));
            at += (int) length;
        }
        throw malformed("a JPEG 2000 header box");
    }

    /** The SIZ segment of a bare codestream (T.800 §A.5.1): size of the reference grid less its offset. */
    private static ImageHeader codestream(ByteBuffer bytes) throws RefusedException {
        require(bytes.limit() >= 24, malformed("a whole SIZ segment"));
        long width = Integer.toUnsignedLong(bytes.getInt(8)) - Integer.toUnsignedLong(bytes.getInt(16));
        long height = Integer.toUnsignedLong(bytes.getInt(12)) - Integer.toUnsignedLong(bytes.getInt(20));
        return sized(FaceImage.Format.JPEG_2000, width, height);
    }

    private static ImageHeader sized(FaceImage.Format format, long width, long height) throws RefusedException {
        require(
                width >= 1 && height >= 1 && width <= MOST_PIXELS_A_SIDE && height <= MOST_PIXELS_A_SIDE,
                malformed("an image of 1 to " + MOST_PIXELS_A_SIDE + " pixels a side"));
        return new ImageHeader(format, (int) width, (int) height);
    }

    private static boolean beginsWith(Bytes image, Bytes start) {
        return image.length() >= start.length()
                && image.slice(0, start.length()).equals(start);
    }

    private static int at(ByteBuffer bytes, int offset) {
        return Byte.toUnsignedInt(bytes.get(offset));
    }
}
