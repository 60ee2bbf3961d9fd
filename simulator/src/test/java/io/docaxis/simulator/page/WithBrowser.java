package io.docaxis.simulator.page;

import io.docaxis.simulator.Skipping;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one browser of this JVM, which takes seconds to start, and ends it after the last. Where there is none, tests are skipped. */
final class WithBrowser implements BeforeEachCallback, ParameterResolver {

    @Override
    public void beforeEach(ExtensionContext context) {
        Skipping.because(context.getRequiredTestMethod().getName(), Browser.missing());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(WithBrowser.class))
                .computeIfAbsent(Browser.class, key -> new Browser(), Browser.class);
    }
}
