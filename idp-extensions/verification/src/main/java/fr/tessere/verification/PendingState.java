package fr.tessere.verification;

import fr.tessere.protocol.bytes.Bytes;
import fr.tessere.protocol.card.FileId;
import fr.tessere.verification.authenticity.ReadPlan;
import fr.tessere.verification.evidence.Proof;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is sealed between two calls: the raw files, because passive authentication is run again, and the secret of the
 * chip's proof.
 *
 * @param files EF.SOD, and DG14 and DG15 as far as they were sent
 * @param proof which proof is under way
 * @param secret session keys or nonce
 * @param plan what the script reads
 * @param largestAnswer most bytes of one answer, possibly corrected downwards
 */
record PendingState(Map<FileId, Bytes> files, Proof proof, Bytes secret, ReadPlan plan, int largestAnswer) {

    Bytes encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(files.size());
            for (Map.Entry<FileId, Bytes> file : files.entrySet()) {
                out.writeByte(file.getKey().ordinal());
                write(out, file.getValue());
            }
            out.writeByte(proof.ordinal());
            write(out, secret);
            out.writeByte(plan.lengths().size());
            for (Map.Entry<FileId, Integer> length : plan.lengths().entrySet()) {
                out.writeByte(length.getKey().ordinal());
                out.writeInt(length.getValue());
            }
            out.writeInt(plan.block());
            out.writeInt(largestAnswer);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Bytes.of(bytes.toByteArray());
    }

    /** The state again; only bytes that were sealed here come in. */
    static PendingState decode(Bytes encoded) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(encoded.toArray()))) {
            Map<FileId, Bytes> files = new EnumMap<>(FileId.class);
            for (int left = in.readByte(); left > 0; left--) {
                files.put(FileId.values()[in.readByte()], read(in));
            }
            Proof proof = Proof.values()[in.readByte()];
            Bytes secret = read(in);
            Map<FileId, Integer> lengths = new EnumMap<>(FileId.class);
            for (int left = in.readByte(); left > 0; left--) {
                lengths.put(FileId.values()[in.readByte()], in.readInt());
            }
            return new PendingState(files, proof, secret, new ReadPlan(lengths, in.readInt()), in.readInt());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static void write(DataOutputStream out, Bytes bytes) throws IOException {
        out.writeInt(bytes.length());
        out.write(bytes.toArray());
    }

    static Bytes read(DataInputStream in) throws IOException {
        return Bytes.of(in.readNBytes(in.readInt()));
    }

    @Override
    public String toString() {
        return "PendingState[hidden]";
    }
}
