package io.docaxis.simulator;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds classes of one package that depend on each other in a circle; what is nested counts as its outermost class. */
final class ClassCircles {

    private ClassCircles() {}

    /** By package: the classes that are in a circle, or between two. */
    static SortedMap<String, Set<String>> in(JavaClasses classes) {
        SortedMap<String, Set<String>> circles = new TreeMap<>();
        classes.stream()
                .filter(type -> !type.getPackageName().endsWith(".proto"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName))
                .forEach((name, types) -> {
                    Map<String, Set<String>> edges = new HashMap<>();
                    for (JavaClass type : types) {
                        Set<String> targets = edges.computeIfAbsent(outermost(type), any -> new TreeSet<>());
                        type.getDirectDependenciesFromSelf().stream()
                                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                                .filter(target -> target.getPackageName().equals(name))
                                .map(ClassCircles::outermost)
                                .filter(target -> !target.equals(outermost(type)))
                                .forEach(targets::add);
                    }
                    Set<String> left = circle(edges);
                    if (!left.isEmpty()) {
                        circles.put(name, left);
                    }
                });
        return circles;
    }

    /** Takes away whoever depends on nobody that is left, and on whom nobody that is left depends. */
    private static Set<String> circle(Map<String, Set<String>> edges) {
        Set<String> left = new TreeSet<>(edges.keySet());
        boolean changed = true;
        while (changed) {
            Set<String> used =
                    left.stream().flatMap(type -> edges.get(type).stream()).collect(Collectors.toSet());
            changed = left.removeIf(
                    type -> !used.contains(type) || edges.get(type).stream().noneMatch(left::contains));
        }
        return left;
    }

    private static String outermost(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer.getSimpleName();
    }
}
