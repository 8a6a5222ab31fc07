package fr.tessere.specimen.document;

import fr.tessere.protocol.bytes.Bytes;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A drawn face with SPECIMEN written across. No photograph: nobody's face is in the project. The letters are drawn as
 * strokes because a server may have no fonts.
 *
 * @param jpeg the image, about 10 to 15 kB
 * @param width pixels
 * @param height pixels
 */
record DrawnFace(Bytes jpeg, int width, int height) {
    private static final int WIDTH = 413;
    private static final int HEIGHT = 531;
    /** Strokes of each letter as x1 y1 x2 y2 in a box of 2 by 4. */
    private static final String[] SPECIMEN = {
        "2000 0002 0222 2224 2404", // S
        "0400 0020 2022 2202", // P
        "2000 0004 0424 0212", // E
        "2000 0004 0424", // C
        "1014", // I
        "0400 0012 1220 2024", // M
        "2000 0004 0424 0212", // E
        "0400 0024 2420" // N
    };

    /** A face whose colours and proportions follow from the seed; the same seed gives the same face. */
    static DrawnFace of(String seed) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int variety = seed.hashCode() & 0x7FFFFFFF;
        paintPerson(canvas, variety);
        paintWord(canvas);
        canvas.dispose();
        return new DrawnFace(compress(image), WIDTH, HEIGHT);
    }

    private static void paintPerson(Graphics2D canvas, int variety) {
        canvas.setPaint(new GradientPaint(0, 0, new Color(226, 230, 236), 0, HEIGHT, new Color(188, 196, 208)));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        Color skin = Color.getHSBColor(0.07f, 0.25f + variety % 5 * 0.07f, 0.92f - variety % 7 * 0.06f);
        Color hair = Color.getHSBColor(0.08f, 0.5f, 0.15f + variety % 11 * 0.05f);
        Color coat = Color.getHSBColor(variety % 17 / 17f, 0.4f, 0.45f);
        int wide = 100 + variety % 13;
        canvas.setPaint(coat);
        canvas.fill(new RoundRectangle2D.Double(46, 430, 320, 180, 150, 150));
        canvas.setPaint(hair);
        canvas.fill(new Ellipse2D.Double(206 - wide - 16, 84, 2 * wide + 32, 250 + variety % 3 * 60));
        canvas.setPaint(new GradientPaint(0, 120, skin, WIDTH, HEIGHT, skin.darker()));
        canvas.fill(new RoundRectangle2D.Double(164, 360, 84, 110, 50, 50));
        canvas.fill(new Ellipse2D.Double(206 - wide, 120, 2 * wide, 290));
        paintFeatures(canvas, skin, hair);
    }

    private static void paintFeatures(Graphics2D canvas, Color skin, Color hair) {
        for (int x : new int[] {162, 250}) {
            canvas.setPaint(Color.WHITE);
            canvas.fill(new Ellipse2D.Double(x - 20, 238, 40, 22));
            canvas.setPaint(new Color(64, 84, 96));
            canvas.fill(new Ellipse2D.Double(x - 10, 239, 20, 20));
            canvas.setPaint(hair);
            canvas.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            canvas.draw(new Arc2D.Double(x - 28, 212, 56, 30, 30, 120, Arc2D.OPEN));
        }
        canvas.setPaint(skin.darker());
        canvas.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.draw(new Arc2D.Double(188, 270, 36, 46, 180, 180, Arc2D.OPEN));
        canvas.setPaint(new Color(150, 72, 72));
        canvas.draw(new Line2D.Double(170, 356, 242, 356));
    }

    private static void paintWord(Graphics2D canvas) {
        canvas.setPaint(new Color(190, 20, 40));
        canvas.setStroke(new BasicStroke(8, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.translate(30, 455);
        canvas.rotate(-0.75);
        for (String letter : SPECIMEN) {
            for (String stroke : letter.split(" ")) {
                canvas.draw(new Line2D.Double(at(stroke, 0), at(stroke, 1), at(stroke, 2), at(stroke, 3)));
            }
            canvas.translate(50, 0);
        }
    }

    private static double at(String stroke, int position) {
        return 13.0 * Character.digit(stroke.charAt(position), 10);
    }

    private static Bytes compress(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        // in memory, so that no temporary file is left behind
        ImageIO.setUseCache(false);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(0.55f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return Bytes.of(bytes.toByteArray());
    }
}
