package fr.tessere.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How PostgreSQL answers: the statements that a question leads to, with their values, and the plan of each. */
final class Plans {
    private final Connection connection;
    private final List<Asked> asked = new ArrayList<>();

    Plans(Connection connection) {
        this.connection = connection;
    }

    /** A statement with its values, by their numbers. */
    private record Asked(String text, Map<Integer, Object> values) {}

    /** Plans of what this question asks the tables, each different statement once; {@code EXPLAIN (ANALYZE, BUFFERS)}. */
    List<String> of(Question question, int turn) throws SQLException {
        asked.clear();
        question.asking().ask(listening(), turn);
        List<String> plans = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (Asked one : asked) {
            if (!seen.contains(one.text())) {
                seen.add(one.text());
                plans.add(explain(one));
            }
        }
        return plans;
    }

    private String explain(Asked one) throws SQLException {
        StringBuilder plan = new StringBuilder(one.text()).append('\n');
        try (PreparedStatement statement = connection.prepareStatement("EXPLAIN (ANALYZE, BUFFERS) " + one.text())) {
            for (Map.Entry<Integer, Object> value : one.values().entrySet()) {
                statement.setObject(value.getKey(), value.getValue());
            }
            try (ResultSet lines = statement.executeQuery()) {
                while (lines.next()) {
                    plan.append("  ").append(lines.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }

    private Connection listening() {
        return proxy(Connection.class, (method, values) -> {
            Object result = method.invoke(connection, values);
            return result instanceof PreparedStatement statement
                    ? listening(statement, String.valueOf(values[0]))
                    : result;
        });
    }

    private PreparedStatement listening(PreparedStatement statement, String text) {
        Map<Integer, Object> given = new TreeMap<>();
        return proxy(PreparedStatement.class, (method, values) -> {
            if (method.getName().equals("setObject")) {
                given.put((Integer) values[0], values[1]);
            }
            if (method.getName().equals("executeQuery")) {
                asked.add(new Asked(text, new TreeMap<>(given)));
            }
            return method.invoke(statement, values);
        });
    }

    private interface Call {
        Object on(Method method, Object[] values) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    try {
                        return call.on(method, values == null ? new Object[0] : values);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause() == null ? failed : failed.getCause();
                    }
                }));
    }
}
