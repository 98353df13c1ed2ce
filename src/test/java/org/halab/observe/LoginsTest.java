package org.halab.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.halab.stack.Login;
import org.junit.jupiter.api.Test;

class LoginsTest {
  private static final Login ONE = new Login("postgres", "one");
  private static final Login OTHER = new Login("postgres", "other");

  private final List<Login> tried = new ArrayList<>();

  @Test
  void theOneThatWasRightIsTriedFirstFromThenOn() throws SQLException {
    Logins logins = new Logins(List.of(ONE, OTHER, ONE));

    logins.connect(login -> accept(login, OTHER));
    logins.connect(login -> accept(login, OTHER));

    assertThat(tried).containsExactly(ONE, OTHER, OTHER);
  }

  @Test
  void whatIsNotAboutThePasswordIsNotTriedAgain() {
    Logins logins = new Logins(List.of(ONE, OTHER));

    assertThatThrownBy(
            () ->
                logins.connect(
                    login -> {
                      tried.add(login);
                      throw new SQLException("the database system is starting up", "57P03");
                    }))
        .isInstanceOf(SQLException.class);
    assertThat(tried).containsExactly(ONE);
  }

  @Test
  void whereNoneIsRightItIsTheServersWord() {
    Logins logins = new Logins(List.of(ONE, OTHER));

    assertThatThrownBy(() -> logins.connect(login -> accept(login, new Login("postgres", "no"))))
        .hasMessage("password authentication failed");
    assertThat(tried).containsExactly(ONE, OTHER);
  }

  private Login accept(Login login, Login right) throws SQLException {
    tried.add(login);
    if (!login.equals(right)) {
      throw new SQLException("password authentication failed", "28P01");
    }
    return login;
  }
}
