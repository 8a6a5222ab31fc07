package fr.tessere.keycloak.proposal;

import java.util.List;

/** What officers proposed and did long ago is forgotten, with their accounts and their words. What they set stands until it is lifted. */
public final class OldActs {
    /** Delete what is older than {@code :oldest}, of every realm. A proposal that nobody has ended stays until it ends by itself. */
    public static final List<String> OLD = List.of(
            "delete from ProposalEntity p where p.at < :oldest and p.standing <> 'open'",
            "delete from ActEntity a where a.time < :oldest");

    private OldActs() {}
}
