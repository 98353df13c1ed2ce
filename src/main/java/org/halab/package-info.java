/**
 * The executable HA Postgres lab. Whoever is new here may follow one scenario, "The leader is
 * stopped while clients work", from its sentences down to the containers and up to the report:
 *
 * <ol>
 *   <li>{@code features/tasks/leader-loss.feature} is what is to be shown. {@link
 *       org.halab.steps.ClusterSteps}, {@link org.halab.steps.FaultSteps} and {@link
 *       org.halab.steps.OutageSteps} have its sentences.
 *   <li>{@link org.halab.scenario.World} is what the scenario has: a cluster, evidence, an
 *       experiment. {@link org.halab.scenario.Lab} hands clusters out, one for each feature that is
 *       under way.
 *   <li>{@link org.halab.stack.StackReader} tells from the project's files what its parts are.
 *       {@link org.halab.deploy.Projects} makes them run beside others of their kind; {@link
 *       org.halab.engine.ServiceContainer} is one of their containers.
 *   <li>{@link org.halab.cluster.Cluster} is what then runs, {@link org.halab.cluster.Health} when
 *       it is well. Who leads and what is where is asked by {@code observe}: {@link
 *       org.halab.observe.PatroniRest}, {@link org.halab.observe.Sql}, {@link
 *       org.halab.observe.LeaderKey}, {@link org.halab.observe.Balancer}.
 *   <li>{@link org.halab.fault.Faults} is the catalogue of what can be broken, {@link
 *       org.halab.fault.ContainerDown} the fault of this scenario. {@link org.halab.fault.Fault}
 *       proves that it took effect, and that it healed.
 *   <li>{@link org.halab.experiment.Experiment} inflicts it under the eyes of clients ({@link
 *       org.halab.workload.NumberedRows}), probes and watches. {@link org.halab.timing.Deadlines}
 *       and {@link org.halab.timing.Bounds} say what the settings allow for; {@link
 *       org.halab.timing.Wait} is the one place that waits.
 *   <li>{@code checker} judges what was recorded, and does nothing else: {@link
 *       org.halab.checker.RowSet} is the shortest judge, {@link
 *       org.halab.checker.failover.OutageJudgement} the one of the outage.
 *   <li>{@link org.halab.report.FailoverStory} tells what happened; {@link
 *       org.halab.record.LabReport} collects the run, and {@link
 *       org.halab.report.written.WrittenReport} writes it.
 * </ol>
 *
 * <p>Beside this way lie {@code rejoin} and {@code question} (further experiments of the guide),
 * {@code options} and {@code selection} (what a run is asked for), {@code live}, {@code
 * walkthrough} and {@code page} (what a person sees in a terminal or a browser), and {@code
 * message} (how it is all put into words). Each room's own {@code package-info.java} states its
 * duty and what it may use.
 */
package org.halab;
