package fr.tessere.reader.cli;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which card: in a PC/SC reader, or behind a TCP address. */
final class CardOptions {
    @Option(names = "--reader", paramLabel = "pcsc[:NAME]", converter = PcscConverter.class)
    private @Nullable PcscReader reader;

    @Option(names = "--chip", paramLabel = "HOST:PORT", converter = AddressConverter.class)
    private @Nullable InetSocketAddress chip;

    /** The TCP address of a chip, if that was asked for. */
    Optional<InetSocketAddress> chip() {
        return Optional.ofNullable(chip);
    }

    /** Part of the name of a PC/SC reader, if one was asked for. */
    Optional<String> readerName() {
        return Optional.ofNullable(reader).flatMap(PcscReader::name);
    }

    /** The value of {@code --reader}. */
    record PcscReader(Optional<String> name) {}

    /** Reads {@code pcsc} and {@code pcsc:NAME}. */
    static final class PcscConverter implements ITypeConverter<PcscReader> {
        @Override
        public PcscReader convert(String value) {
            if (value.equals("pcsc")) {
                return new PcscReader(Optional.empty());
            }
            if (value.startsWith("pcsc:") && value.length() > 5) {
                return new PcscReader(Optional.of(value.substring(5)));
            }
            throw new TypeConversionException("pcsc or pcsc:NAME is expected");
        }
    }

    /** Reads {@code HOST:PORT}. */
    static final class AddressConverter implements ITypeConverter<InetSocketAddress> {
        @Override
        public InetSocketAddress convert(String value) {
            int colon = value.lastIndexOf(':');
            if (colon <= 0 || !value.substring(colon + 1).matches("[0-9]{1,5}")) {
                throw new TypeConversionException("HOST:PORT is expected");
            }
            int port = Integer.parseInt(value.substring(colon + 1));
            if (port < 1 || port > 65_535) {
                throw new TypeConversionException("a port is 1 to 65535");
            }
            return new InetSocketAddress(value.substring(0, colon), port);
        }
    }
}
