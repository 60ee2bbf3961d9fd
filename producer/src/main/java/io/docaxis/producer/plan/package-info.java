/**
 * What happens in a run, fixed before anything is sent. {@link io.docaxis.producer.plan.World} shares the volume out over
 * threads; {@link io.docaxis.producer.plan.ThreadPlanner} makes one thread: documents, then for each dispatch a course
 * ({@code CourseChooser}, {@code RecallChooser}: the outcome first, then the times), which {@code CourseWriter} turns into
 * events and conclusions. Pure: no clock, no files, integers only.
 */
package io.docaxis.producer.plan;
