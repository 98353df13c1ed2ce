/**
 * What looks at the cluster and changes nothing: Patroni's REST API, SQL, the balancer's
 * statistics, the leader key in the DCS. Uses {@code stack}, {@code timing} and {@code domain}.
 */
package org.halab.observe;
