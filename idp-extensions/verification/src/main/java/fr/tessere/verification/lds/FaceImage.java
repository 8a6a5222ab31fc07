package fr.tessere.verification.lds;

import fr.tessere.protocol.bytes.Bytes;

/**
 * The portrait in DG2, as the State stored it: compressed, never decoded here. Never printed.
 *
 * @param format how it is compressed
 * @param width pixels, 1 to {@link ImageHeader#MOST_PIXELS_A_SIDE}
 * @param height pixels, 1 to {@link ImageHeader#MOST_PIXELS_A_SIDE}
 * @param image the compressed image
 */
public record FaceImage(Format format, int width, int height, Bytes image) {

    /** How a portrait may be compressed (ICAO 9303-10 §4.7.2). */
    public enum Format {
        JPEG("image/jpeg"),
        JPEG_2000("image/jp2");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        /** The media type, for whoever shows the image. */
        public String mediaType() {
            return mediaType;
        }
    }

    @Override
    public String toString() {
        return "FaceImage[%s, %d x %d]".formatted(format, width, height);
    }
}
