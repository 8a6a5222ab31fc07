package fr.tessere.specimen.chip;

import fr.tessere.protocol.bytes.Bytes;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.Mac;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.macs.ISO9797Alg3Mac;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** CBC mode and checksums of 8 bytes for the ciphers of ICAO 9303-11 §9.8. All input is whole blocks already. */
final class BlockCiphers {
    private static final int CHECKSUM_LENGTH = 8;

    private BlockCiphers() {}

    /** CBC with an initialisation vector of zeroes, no padding. */
    static Bytes encrypt(SessionCipher cipher, Bytes key, Bytes plain) {
        return encrypt(cipher, key, zeroes(cipher), plain);
    }

    /** CBC, no padding. */
    static Bytes encrypt(SessionCipher cipher, Bytes key, Bytes iv, Bytes plain) {
        return run(true, cipher, key, iv, plain);
    }

    /** CBC with an initialisation vector of zeroes, no padding. */
    static Bytes decrypt(SessionCipher cipher, Bytes key, Bytes encrypted) {
        return decrypt(cipher, key, zeroes(cipher), encrypted);
    }

    /** CBC, no padding. */
    static Bytes decrypt(SessionCipher cipher, Bytes key, Bytes iv, Bytes encrypted) {
        return run(false, cipher, key, iv, encrypted);
    }

    /** Retail MAC (ISO 9797-1 algorithm 3) of whole blocks, or CMAC of any bytes cut to its first 8. */
    static Bytes checksum(SessionCipher cipher, Bytes key, Bytes data) {
        Mac mac = cipher == SessionCipher.DES_EDE
                ? new ISO9797Alg3Mac(new DESEngine())
                : new CMac(AESEngine.newInstance());
        mac.init(new KeyParameter(key.toArray()));
        mac.update(data.toArray(), 0, data.length());
        byte[] result = new byte[mac.getMacSize()];
        mac.doFinal(result, 0);
        return Bytes.of(result).slice(0, CHECKSUM_LENGTH);
    }

    private static Bytes run(boolean encrypting, SessionCipher cipher, Bytes key, Bytes iv, Bytes input) {
        BlockCipher engine = cipher == SessionCipher.DES_EDE ? new DESedeEngine() : AESEngine.newInstance();
        BlockCipher cbc = CBCBlockCipher.newInstance(engine);
        cbc.init(encrypting, new ParametersWithIV(new KeyParameter(key.toArray()), iv.toArray()));
        byte[] from = input.toArray();
        byte[] to = new byte[from.length];
        for (int at = 0; at < from.length; at += cbc.getBlockSize()) {
            cbc.processBlock(from, at, to, at);
        }
        return Bytes.of(to);
    }

    private static Bytes zeroes(SessionCipher cipher) {
        return Bytes.of(new byte[cipher.blockLength()]);
    }
}
