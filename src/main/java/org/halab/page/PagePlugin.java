package org.halab.page;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestRunFinished;
import io.cucumber.plugin.event.TestRunStarted;
import java.util.Optional;
import org.halab.options.Options;
import org.halab.record.Progress;

/**
 * Has the page of a run of features open as long as they run, if it was asked for. What they are at
 * is followed by the live view, whether or not there is a terminal.
 */
public final class PagePlugin implements ConcurrentEventListener {
  private Optional<Page> page = Optional.empty();

  @Override
  public void setEventPublisher(EventPublisher publisher) {
    if (Options.ofThisRun().page()) {
      publisher.registerHandlerFor(TestRunStarted.class, event -> open());
      publisher.registerHandlerFor(TestRunFinished.class, event -> page.ifPresent(Page::close));
    }
  }

  private void open() {
    Page opened = Page.open();
    page = Optional.of(opened);
    Progress.say(opened.address());
  }
}
