package org.halab.page;

import org.halab.live.Activities;
import org.halab.message.Message;
import org.halab.timing.Wait;

/** The page of a run, served from when it is opened until it is closed. */
public final class Page implements AutoCloseable {
  private final LabSource source;
  private final Camera camera;
  private final PageServer server;

  private Page(Activities activities, Pace pace) {
    Board board = new Board();
    source = new LabSource(activities, pace);
    server = new PageServer(board, pace);
    camera = new Camera(source, () -> server.viewers() > 0, source::close, board);
  }

  /** Of what this process is at; its waits are told to its activities. */
  public static Page open() {
    Wait.tell(Activities.ofThisRun());
    return new Page(Activities.ofThisRun(), Pace.ofThisRun());
  }

  /** Where it is, for a person. */
  public Message address() {
    return Message.of("page.address").with("address", server.address());
  }

  @Override
  public void close() {
    camera.close();
    server.close();
    source.close();
  }
}
