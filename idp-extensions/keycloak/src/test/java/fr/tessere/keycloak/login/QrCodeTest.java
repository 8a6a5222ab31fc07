package fr.tessere.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final Pattern STROKE = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final int SCALE = 4;

    @Test
    void whatIsDrawnCanBeRead() throws Exception {
        String address = "https://id.example/realms/tessere/tessere/readings/v3I8HSKuz6487Bo8OpzA_A";
        QrCode code = QrCode.of(address);
        int side = code.size() * SCALE;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher stroke = STROKE.matcher(code.path());
        while (stroke.find()) {
            for (int x = 0; x < Integer.parseInt(stroke.group(3)) * SCALE; x++) {
                for (int y = 0; y < SCALE; y++) {
                    int row = Integer.parseInt(stroke.group(2)) * SCALE + y;
                    pixels[row * side + Integer.parseInt(stroke.group(1)) * SCALE + x] = 0;
                }
            }
        }
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));

        assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(address);
        assertThat(code.path().length()).isLessThan(20_000);
    }
}
