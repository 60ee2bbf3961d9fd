package io.docaxis.producer.scenario;

import io.docaxis.common.agency.AgencyCatalogue;
import io.docaxis.common.calendar.WorkingCalendar;
import io.docaxis.common.hash.Hash;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A hash over every component of a scenario, found by reflection so that none is forgotten. Lists count in their order; maps
 * must have one of their own, which those of a scenario have.
 */
final class ScenarioFingerprint {

    private ScenarioFingerprint() {}

    static long of(Object value) {
        if (value == null) {
            return Hash.of("null");
        }
        if (value instanceof Record composed) {
            return ofRecord(composed);
        }
        if (value instanceof List<?> list) {
            return list.stream().mapToLong(ScenarioFingerprint::of).reduce(Hash.mix(list.size()), Hash::mix);
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .mapToLong(entry -> Hash.mix(of(entry.getKey()), of(entry.getValue())))
                    .reduce(Hash.mix(map.size()), Hash::mix);
        }
        if (value instanceof WorkingCalendar calendar) {
            return ofCalendar(calendar);
        }
        if (value instanceof AgencyCatalogue agencies) {
            return agencies.fingerprint();
        }
        return ofSimple(value);
    }

    private static long ofRecord(Record composed) {
        long hash = Hash.of(composed.getClass().getSimpleName());
        try {
            for (RecordComponent component : composed.getClass().getRecordComponents()) {
                hash = Hash.mix(hash, Hash.of(component.getName()));
                hash = Hash.mix(hash, of(component.getAccessor().invoke(composed)));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("components of a scenario are public: " + composed.getClass(), e);
        }
        return hash;
    }

    private static long ofCalendar(WorkingCalendar calendar) {
        long hash = Hash.mix(calendar.firstDay(), calendar.lastDay());
        for (long[] days : List.of(calendar.daysOff(), calendar.makeUpDays())) {
            hash = Hash.mix(hash, days.length);
            for (long day : days) {
                hash = Hash.mix(hash, day);
            }
        }
        return Hash.mix(Hash.mix(hash, of(calendar.hours())), calendar.utcOffsetS());
    }

    private static long ofSimple(Object value) {
        if (value instanceof Enum<?> constant) {
            return Hash.of(constant.name());
        }
        if (value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof LocalDate) {
            return Hash.of(value.toString());
        }
        throw new IllegalStateException("no fingerprint for " + value.getClass() + ": say here what tells two apart");
    }
}
