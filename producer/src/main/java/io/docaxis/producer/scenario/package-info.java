/** What a scenario is: values alone, which know nothing of the files that they are read from. */
package io.docaxis.producer.scenario;
