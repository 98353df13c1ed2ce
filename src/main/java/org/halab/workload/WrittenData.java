package org.halab.workload;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.halab.domain.Table;
import org.halab.domain.Transfer;
import org.halab.observe.Sql;

/**
 * The tables that the clients write, as they are found when all have ended.
 *
 * @param rows the number of every row
 * @param counter how often it was raised
 * @param balances of the accounts
 * @param ledger every transfer
 */
public record WrittenData(
    List<Long> rows, long counter, Map<String, Long> balances, List<Transfer> ledger) {
  static final String HIGHEST_NUMBER =
      "SELECT coalesce(max(number), 0), host(inet_server_addr()), pg_is_in_recovery() FROM "
          + NumberedRows.TABLE;

  private static final int ACCOUNTS = 4;
  private static final long OPENING_BALANCE = 1000;

  static void makeTables(Sql sql) throws SQLException {
    sql.execute(
        """
        DROP TABLE IF EXISTS %1$s, lab_counter, lab_accounts, lab_transfers;
        CREATE TABLE %1$s (number bigint NOT NULL);
        CREATE TABLE lab_counter (value bigint NOT NULL);
        INSERT INTO lab_counter VALUES (0);
        CREATE TABLE lab_accounts (name text PRIMARY KEY, balance bigint NOT NULL);
        INSERT INTO lab_accounts SELECT 'account ' || n, %2$d FROM generate_series(0, %3$d) n;
        CREATE TABLE lab_transfers (id bigint, payer text, payee text, amount bigint)"""
            .formatted(NumberedRows.TABLE, OPENING_BALANCE, ACCOUNTS - 1));
  }

  /** What one write does, in one transaction; the counter's lock keeps the writers in line. */
  static String statementsFor(long number) {
    long payer = number % ACCOUNTS;
    long payee = (payer + 1 + number / ACCOUNTS % (ACCOUNTS - 1)) % ACCOUNTS;
    long amount = 1 + number % 7;
    return """
        UPDATE lab_counter SET value = value + 1;
        INSERT INTO %1$s VALUES (%2$d);
        UPDATE lab_accounts SET balance = balance - %5$d WHERE name = 'account %3$d';
        UPDATE lab_accounts SET balance = balance + %5$d WHERE name = 'account %4$d';
        INSERT INTO lab_transfers VALUES (%2$d, 'account %3$d', 'account %4$d', %5$d)"""
        .formatted(NumberedRows.TABLE, number, payer, payee, amount);
  }

  /** What the accounts held at first. */
  public static Map<String, Long> openingBalances() {
    Map<String, Long> balances = new TreeMap<>();
    for (int i = 0; i < ACCOUNTS; i++) {
      balances.put("account " + i, OPENING_BALANCE);
    }
    return balances;
  }

  /** What a node has now. */
  public static WrittenData on(Sql node) throws SQLException {
    List<Long> rows =
        node.query("SELECT number FROM " + NumberedRows.TABLE).column("number").stream()
            .map(Long::parseLong)
            .toList();
    long counter = Long.parseLong(node.query("SELECT value FROM lab_counter").value());
    Map<String, Long> balances = new TreeMap<>();
    Table accounts = node.query("SELECT name, balance FROM lab_accounts");
    accounts.rows().forEach(row -> balances.put(row.get(0), Long.parseLong(row.get(1))));
    List<Transfer> ledger =
        node.query("SELECT id, payer, payee, amount FROM lab_transfers").rows().stream()
            .map(
                row ->
                    new Transfer(
                        Long.parseLong(row.get(0)),
                        row.get(1),
                        row.get(2),
                        Long.parseLong(row.get(3))))
            .toList();
    return new WrittenData(rows, counter, balances, ledger);
  }
}
