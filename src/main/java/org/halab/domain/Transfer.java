package org.halab.domain;

/** An entry of a ledger. */
public record Transfer(long id, String from, String to, long amount) {}
