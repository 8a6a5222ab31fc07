package fr.tessere.verification;

import fr.tessere.verification.evidence.Basis;
import fr.tessere.verification.evidence.Input;
import fr.tessere.verification.evidence.RevocationStatus.ListUsed;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a result rests on, as bytes, to be sealed with it. */
final class BasisForm {
    private BasisForm() {}

    static void write(DataOutputStream out, Basis basis) throws IOException {
        out.writeUTF(basis.trustVersion());
        out.writeUTF(basis.policy());
        out.writeByte(basis.inputs().size());
        for (Input input : basis.inputs()) {
            out.writeUTF(input.name());
            out.writeUTF(input.form().name());
            PendingState.write(out, input.digest());
        }
        out.writeShort(basis.revocationLists().size());
        for (ListUsed list : basis.revocationLists()) {
            out.writeUTF(list.number());
            out.writeLong(list.thisUpdate().getEpochSecond());
            PendingState.write(out, list.digest());
        }
    }

    static Basis read(DataInputStream in) throws IOException {
        String trustVersion = in.readUTF();
        String policy = in.readUTF();
        List<Input> inputs = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            inputs.add(new Input(in.readUTF(), Input.Form.valueOf(in.readUTF()), PendingState.read(in)));
        }
        List<ListUsed> lists = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            lists.add(new ListUsed(in.readUTF(), Instant.ofEpochSecond(in.readLong()), PendingState.read(in)));
        }
        return new Basis(inputs, lists, trustVersion, policy);
    }
}
