package fr.tessere.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Counts the lines of methods in sources, by the JDK's own parser. */
final class MethodLengths extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final int limit;
    private final SourcePositions positions;
    private final List<String> found = new ArrayList<>();

    private MethodLengths(int limit, SourcePositions positions) {
        this.limit = limit;
        this.positions = positions;
    }

    /** The methods with more lines than this, as sentences. */
    static List<String> above(int limit, List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            MethodLengths scanner =
                    new MethodLengths(limit, Trees.instance(task).getSourcePositions());
            for (CompilationUnitTree unit : task.parse()) {
                scanner.scan(unit, null);
            }
            return scanner.found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
        long start = positions.getStartPosition(unit, method);
        long end = positions.getEndPosition(unit, method);
        if (start >= 0 && end >= 0) {
            LineMap lines = unit.getLineMap();
            long count = lines.getLineNumber(end) - lines.getLineNumber(start) + 1;
            if (count > limit) {
                found.add("%s: %s has %d lines"
                        .formatted(Repository.name(Path.of(unit.getSourceFile().toUri())), method.getName(), count));
            }
        }
        return super.visitMethod(method, nothing);
    }
}
