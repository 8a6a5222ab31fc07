package fr.tessere.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("RFC 9162 §2.1, with the reference values that logs of certificates publish for RFC 6962")
class TreeVectorsTest {
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void theRootsOfOneToEightLeavesAreTheReferences() {
        List<String> roots = new ArrayList<>();
        Frontier frontier = Frontier.EMPTY;
        for (String leaf : LEAVES) {
            frontier = frontier.append(hash(leaf));
            roots.add(frontier.root().toHex());
        }

        assertThat(roots).isEqualTo(ROOTS);
    }

    @Test
    void aTreeWithoutLeavesHasTheHashOfNothing() {
        assertThat(Frontier.EMPTY.root().toHex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @ParameterizedTest(name = "leaf {0} of {1}")
    @CsvSource({
        "0, 1, ''",
        "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
                + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
                + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "2, 3, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "1, 5, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    })
    void inclusionPathsAreTheReferences(int index, int size, String path) {
        InclusionProof proof = proofs().inclusion(index, size);

        assertThat(proof.path()).isEqualTo(hashes(path));
        assertThat(proof.holds(hash(LEAVES.get(index)), Hash.ofHex(ROOTS.get(size - 1))))
                .isTrue();
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "1, 1, ''",
        "1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "6, 8, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
                + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
                + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    })
    void consistencyPathsAreTheReferences(int first, int second, String path) {
        ConsistencyProof proof = proofs().consistency(first, second);

        assertThat(proof.path()).isEqualTo(hashes(path));
        assertThat(proof.holds(Hash.ofHex(ROOTS.get(first - 1)), Hash.ofHex(ROOTS.get(second - 1))))
                .isTrue();
    }

    @Nested
    @DisplayName("§2.1.3.2 and §2.1.4.2: what does not prove")
    class Refused {
        private final Hash root = Hash.ofHex(ROOTS.get(7));

        @Test
        void anotherLeafAnotherPlaceOrAnotherRoot() {
            InclusionProof proof = proofs().inclusion(5, 8);

            assertThat(proof.holds(hash("ff"), root)).isFalse();
            assertThat(proof.holds(hash(LEAVES.get(5)), Hash.ofHex(ROOTS.get(6))))
                    .isFalse();
            assertThat(new InclusionProof(4, 8, proof.path()).holds(hash(LEAVES.get(5)), root))
                    .isFalse();
        }

        @Test
        void aPathThatIsTooShortOrTooLong() {
            List<Hash> path = proofs().inclusion(5, 8).path();
            List<Hash> longer = new ArrayList<>(path);
            longer.add(root);

            assertThat(new InclusionProof(5, 8, path.subList(0, 2)).holds(hash(LEAVES.get(5)), root))
                    .isFalse();
            assertThat(new InclusionProof(5, 8, longer).holds(hash(LEAVES.get(5)), root))
                    .isFalse();
        }

        @Test
        void aTreeThatDoesNotContinueTheOther() {
            ConsistencyProof proof = proofs().consistency(6, 8);
            Hash six = Hash.ofHex(ROOTS.get(5));

            assertThat(proof.holds(Hash.ofHex(ROOTS.get(4)), root)).isFalse();
            assertThat(proof.holds(six, six)).isFalse();
            assertThat(new ConsistencyProof(6, 8, proof.path().subList(0, 2)).holds(six, root))
                    .isFalse();
            assertThat(new ConsistencyProof(6, 8, List.of()).holds(six, root)).isFalse();
            assertThat(new ConsistencyProof(8, 8, List.of()).holds(six, root)).isFalse();
        }

        @Test
        void sizesThatCannotBe() {
            assertThatThrownBy(() -> proofs().inclusion(8, 8)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> proofs().consistency(0, 8)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Frontier(3, List.of(root))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void everyProofOfEveryTreeUpToSeventyLeavesHolds() {
        List<Hash> leaves = new ArrayList<>();
        List<Hash> roots = new ArrayList<>();
        Frontier frontier = Frontier.EMPTY;
        for (int i = 0; i < 70; i++) {
            leaves.add(TreeHash.leaf(new byte[] {(byte) i}));
            frontier = frontier.append(leaves.get(i));
            roots.add(frontier.root());
        }
        Proofs proofs = new Proofs(subtree -> MemorySubtrees.hash(leaves, subtree));
        List<String> wrong = new ArrayList<>();
        for (int size = 1; size <= 70; size++) {
            for (int i = 0; i < size; i++) {
                if (!proofs.inclusion(i, size).holds(leaves.get(i), roots.get(size - 1))) {
                    wrong.add("leaf " + i + " of " + size);
                }
                if (!proofs.consistency(i + 1, size).holds(roots.get(i), roots.get(size - 1))) {
                    wrong.add((i + 1) + " to " + size);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static Proofs proofs() {
        List<Hash> leaves = LEAVES.stream().map(TreeVectorsTest::hash).toList();
        return new Proofs(subtree -> MemorySubtrees.hash(leaves, subtree));
    }

    private static Hash hash(String hex) {
        return TreeHash.leaf(HexFormat.of().parseHex(hex));
    }

    private static List<Hash> hashes(String words) {
        return words.isEmpty()
                ? List.of()
                : List.of(words.split(" ")).stream().map(Hash::ofHex).toList();
    }
}
