package org.halab.timing;

import java.time.Duration;

/** What a wait ended with, and after how long. */
public record Observed<T>(T value, Duration after) {}
