package fr.tessere.verification.authenticity;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.Mac;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.macs.ISO9797Alg3Mac;
import org.bouncycastle.crypto.params.KeyParameter;

/** Ciphers and MACs of secure messaging: AES with CMAC, two-key Triple-DES with retail MAC (ICAO 9303-11 §9.8). */
final class ChannelCipher {
    private static final int MAC_LENGTH = 8;

    private final SessionKeys keys;
    private final ChipSuite suite;

    ChannelCipher(SessionKeys keys) {
        this.keys = keys;
        suite = keys.suite();
    }

    /** Decrypts whole blocks under the counter's initial vector. */
    byte[] decrypt(byte[] counter, byte[] blocks) {
        return crypt(Cipher.DECRYPT_MODE, counter, blocks);
    }

    /** Encrypts whole blocks under the counter's initial vector. */
    byte[] encrypt(byte[] counter, byte[] blocks) {
        return crypt(Cipher.ENCRYPT_MODE, counter, blocks);
    }

    private byte[] crypt(int mode, byte[] counter, byte[] blocks) {
        try {
            byte[] key = keys.encryption().toArray();
            Cipher cipher = Cipher.getInstance(suite.isAes() ? "AES/CBC/NoPadding" : "DESede/CBC/NoPadding", "SunJCE");
            cipher.init(mode, cipherKey(key), new IvParameterSpec(initialVector(key, counter)));
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java lacks a cipher", impossible);
        }
    }

    /** 8 bytes. In secure messaging the input begins with the counter and is padded; a token's is neither (AES). */
    byte[] mac(byte[] input) {
        Mac mac = suite.isAes() ? new CMac(AESEngine.newInstance()) : new ISO9797Alg3Mac(new DESEngine());
        mac.init(new KeyParameter(keys.mac().toArray()));
        mac.update(input, 0, input.length);
        byte[] output = new byte[mac.getMacSize()];
        mac.doFinal(output, 0);
        return Arrays.copyOf(output, MAC_LENGTH);
    }

    /** AES encrypts the counter (§9.8.6.1), Triple-DES begins with zeros. */
    private byte[] initialVector(byte[] key, byte[] counter) throws GeneralSecurityException {
        if (!suite.isAes()) {
            return new byte[suite.blockLength()];
        }
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding", "SunJCE");
        cipher.init(Cipher.ENCRYPT_MODE, cipherKey(key));
        return cipher.doFinal(counter);
    }

    private SecretKeySpec cipherKey(byte[] key) {
        if (suite.isAes()) {
            return new SecretKeySpec(key, "AES");
        }
        byte[] three = Arrays.copyOf(key, 24);
        System.arraycopy(key, 0, three, 16, 8);
        return new SecretKeySpec(three, "DESede");
    }
}
