/**
 * The topics of a prefix: made, checked, deleted and watched, with the rights that this takes. Start reading at {@link
 * io.docaxis.common.kafka.topic.TopicSetup}.
 */
package io.docaxis.common.kafka.topic;
