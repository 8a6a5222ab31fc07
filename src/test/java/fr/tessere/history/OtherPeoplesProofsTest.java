package fr.tessere.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.tessere.audit.head.Head;
import fr.tessere.audit.head.InvalidHeadException;
import fr.tessere.server.KeycloakServer;
import fr.tessere.server.WithKeycloak;
import fr.tessere.service.NodeClient;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithKeycloak.class)
@DisplayName("RFC 9162 §2.1 by implementations nobody here wrote: @sigstore/verify and @fuel-ts/merkle")
class OtherPeoplesProofsTest {
    /** Proofs of each kind. */
    private static final int PROOFS = 12;

    @Test
    void proofsAndRootsOfALivingLogAreTheSame(KeycloakServer server) throws Exception {
        PublicLog log = new PublicLog(server.issuer());
        log.inclusion(SignedIn.transaction(server));
        log.inclusion(SignedIn.transaction(server));
        List<Head> heads = heads(log);
        Head newest = heads.get(heads.size() - 1);
        String export = server.staff("auditor").open("log/export").body();
        ObjectNode task = task(log, heads, newest, export);

        JsonNode theirs = NodeClient.ask("merkle.mjs", task);

        assertThat(heads).hasSizeGreaterThan(1);
        assertThat(texts(theirs.path("roots")))
                .isEqualTo(heads.stream().map(head -> head.root().toBase64()).toList());
        assertThat(theirs.path("included")).isNotEmpty().allMatch(JsonNode::asBoolean);
        assertThat(theirs.path("forged")).isNotEmpty().noneMatch(JsonNode::asBoolean);
        assertThat(theirs.path("consistency").size()).isPositive();
        for (int i = 0; i < task.path("consistency").size(); i++) {
            assertThat(texts(theirs.path("consistency").get(i)))
                    .isEqualTo(texts(task.path("consistency").get(i).path("path")));
        }
    }

    private static ObjectNode task(PublicLog log, List<Head> heads, Head newest, String export) {
        ObjectNode task = JsonMapper.builder().build().createObjectNode();
        List<String> leaves = export.lines()
                .filter(line -> line.startsWith("entry "))
                .map(line -> line.split(" ")[3])
                .toList();
        leaves.subList(0, (int) newest.size()).forEach(task.putArray("leaves")::add);
        task.putArray("sizes");
        heads.forEach(head -> task.withArray("sizes").add(head.size()));
        task.putArray("inclusion");
        List<String> ids = PublicLog.entries(export).stream()
                .limit(newest.size())
                .map(entry -> entry.id().text())
                .toList();
        for (int place = 0; place < ids.size(); place += Math.max(1, ids.size() / PROOFS)) {
            ObjectNode proof = (ObjectNode) log.json("inclusion?entry=" + ids.get(place) + "&size=" + newest.size());
            task.withArray("inclusion").add(proof.put("root", newest.root().toBase64()));
        }
        task.putArray("consistency");
        for (Head head : heads) {
            task.withArray("consistency")
                    .add(log.json("consistency?first=" + head.size() + "&second=" + newest.size()));
        }
        return task;
    }

    /** Some of them, one of each size, the newest last. */
    private static List<Head> heads(PublicLog log) {
        TreeMap<Long, Head> bySize = new TreeMap<>();
        log.published()
                .lines()
                .filter(line -> line.startsWith("head "))
                .map(line -> read(log, line.substring("head ".length())))
                .filter(head -> head.size() > 0)
                .forEach(head -> bySize.put(head.size(), head));
        List<Head> all = List.copyOf(bySize.values());
        List<Head> some = new ArrayList<>();
        for (int i = 0; i < all.size() - 1; i += Math.max(1, all.size() / PROOFS)) {
            some.add(all.get(i));
        }
        some.add(all.get(all.size() - 1));
        return some;
    }

    private static Head read(PublicLog log, String jws) {
        try {
            return log.reader().read(jws).head();
        } catch (InvalidHeadException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
