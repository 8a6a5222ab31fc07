package fr.tessere.verification.authenticity;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.verification.evidence.Weakness;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A step of PACE as bytes, to be sealed by the door; only bytes that were sealed there come in again. */
final class PaceState {
    static final int MAPPING = 1;
    static final int AGREEMENT = 2;
    static final int CONFIRMATION = 3;

    private PaceState() {}

    static Bytes encode(int step, PaceTerms terms, Bytes... secrets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(step);
            out.writeByte(terms.suite().ordinal());
            out.writeByte(terms.parameterId());
            out.writeBoolean(terms.ambiguous());
            write(out, terms.staticKeys());
            out.writeByte(terms.weaknesses().size());
            for (Weakness weakness : terms.weaknesses()) {
                out.writeUTF(weakness.name());
            }
            write(out, List.of(secrets));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Bytes.of(bytes.toByteArray());
    }

    static PaceStep decode(Bytes state, SecureRandom random) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state.toArray()))) {
            int step = in.readByte();
            PaceTerms terms = new PaceTerms(
                    ChipSuite.values()[in.readByte()], in.readByte(), in.readBoolean(), read(in), weaknesses(in));
            List<Bytes> parts = read(in);
            return switch (step) {
                case MAPPING -> new PaceMapping(terms, EphemeralKey.restore(parts.get(0), parts.get(1)), random);
                case AGREEMENT ->
                    new PaceAgreement(terms, parts.get(0), EphemeralKey.restore(parts.get(1), parts.get(2)));
                case CONFIRMATION ->
                    new PaceConfirmation(
                            terms,
                            new SessionKeys(terms.suite(), parts.get(0), parts.get(1)),
                            parts.get(2),
                            parts.get(3),
                            parts.get(4));
                default -> throw new IllegalArgumentException("step " + step);
            };
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Set<Weakness> weaknesses(DataInputStream in) throws IOException {
        Set<Weakness> weaknesses = EnumSet.noneOf(Weakness.class);
        for (int left = in.readByte(); left > 0; left--) {
            weaknesses.add(Weakness.valueOf(in.readUTF()));
        }
        return weaknesses;
    }

    private static void write(DataOutputStream out, List<Bytes> parts) throws IOException {
        out.writeByte(parts.size());
        for (Bytes part : parts) {
            out.writeShort(part.length());
            out.write(part.toArray());
        }
    }

    private static List<Bytes> read(DataInputStream in) throws IOException {
        List<Bytes> parts = new ArrayList<>();
        for (int left = in.readByte(); left > 0; left--) {
            parts.add(Bytes.of(in.readNBytes(in.readUnsignedShort())));
        }
        return parts;
    }
}
