package fr.tessere.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A message of Protocol Buffers, by the numbers of its fields: their wire format, and no more of it than traces need. */
final class ProtoMessage {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH = 2;
    private static final int FOUR_BYTES = 5;

    private final Map<Integer, List<byte[]>> fields = new HashMap<>();
    private final Map<Integer, Long> numbers = new HashMap<>();

    private ProtoMessage() {}

    static ProtoMessage of(byte[] bytes) {
        ProtoMessage message = new ProtoMessage();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            long tag = varint(in);
            int field = (int) (tag >>> 3);
            switch ((int) (tag & 7)) {
                case VARINT -> message.numbers.put(field, varint(in));
                case EIGHT_BYTES -> in.position(in.position() + 8);
                case FOUR_BYTES -> in.position(in.position() + 4);
                case LENGTH -> {
                    byte[] value = new byte[(int) varint(in)];
                    in.get(value);
                    message.fields
                            .computeIfAbsent(field, none -> new ArrayList<>())
                            .add(value);
                }
                default -> throw new AssertionError("no such wire type: " + (tag & 7));
            }
        }
        return message;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new AssertionError("a number without an end");
    }

    boolean has(int field) {
        return fields.containsKey(field);
    }

    List<ProtoMessage> messages(int field) {
        return fields.getOrDefault(field, List.of()).stream()
                .map(ProtoMessage::of)
                .toList();
    }

    String text(int field) {
        return new String(first(field), StandardCharsets.UTF_8);
    }

    String hex(int field) {
        return HexFormat.of().formatHex(first(field));
    }

    String number(int field) {
        return String.valueOf(numbers.getOrDefault(field, 0L));
    }

    private byte[] first(int field) {
        return fields.getOrDefault(field, List.of(new byte[0])).get(0);
    }
}
