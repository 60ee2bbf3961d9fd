package io.docaxis.common.kafka.fastpath;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.KafkaClient;

/**
 * Reaches what Kafka's clients keep to themselves, by reflection: another version of Kafka or Java may not allow it, so whoever
 * comes here has another way.
 */
public final class ClientInternals {

    private ClientInternals() {}

    /**
     * Replaces the network client of one of Kafka's clients.
     *
     * @param path names of the fields that lead to it, each in the object of the field before
     * @throws ReflectiveOperationException if there is no such field
     * @throws RuntimeException if it cannot be read or written, or holds something else
     */
    public static void replaceNetworkClient(Object client, UnaryOperator<KafkaClient> replacement, String... path)
            throws ReflectiveOperationException {
        Object owner = client;
        for (int i = 0; i < path.length - 1; i++) {
            owner = field(owner.getClass(), path[i]).get(owner);
        }
        Field place = field(owner.getClass(), path[path.length - 1]);
        place.set(owner, replacement.apply((KafkaClient) place.get(owner)));
    }

    /** An object of an interface that does one method anew, and hands every other to a delegate. */
    public static <T> T overriding(Class<T> kind, T delegate, String method, Function<Object[], Object> replacement) {
        return kind.cast(Proxy.newProxyInstance(
                kind.getClassLoader(), new Class<?>[] {kind}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return replacement.apply(arguments);
                    }
                    try {
                        return called.invoke(delegate, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (Field field : declaring.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(type.getName() + " has no field " + name);
    }
}
