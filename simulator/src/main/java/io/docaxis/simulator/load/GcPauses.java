package io.docaxis.simulator.load;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * The stops of this process for collecting garbage, as Java tells of each when it is over; work that a collector does beside the program is
 * no stop. Thread-safe.
 */
final class GcPauses implements AutoCloseable, NotificationListener {

    /** What a collector that works beside the program calls its work. */
    private static final String BESIDE = "No GC";

    private final List<NotificationEmitter> emitters = new ArrayList<>();
    private final AtomicLong longestMs = new AtomicLong();
    private final AtomicLong sumMs = new AtomicLong();

    /** Listens from now on. */
    GcPauses() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(this, null, null);
                emitters.add(emitter);
            }
        }
    }

    @Override
    public void handleNotification(Notification notification, Object handback) {
        if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            var gc = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
            if (!gc.getGcCause().equals(BESIDE)) {
                long ms = gc.getGcInfo().getDuration();
                longestMs.accumulateAndGet(ms, Math::max);
                sumMs.addAndGet(ms);
            }
        }
    }

    /** The longest stop, milliseconds. */
    long longestMs() {
        return longestMs.get();
    }

    /** All stops together, milliseconds. */
    long sumMs() {
        return sumMs.get();
    }

    /** What was before does not count any more: the measured part begins. */
    void forgetLongest() {
        longestMs.set(0);
    }

    @Override
    public void close() {
        for (NotificationEmitter emitter : emitters) {
            try {
                emitter.removeNotificationListener(this);
            } catch (ListenerNotFoundException e) {
                // nobody tells us any more
            }
        }
    }
}
