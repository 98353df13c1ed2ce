/**
 * A page in a browser that shows what a run is at: the step, the cluster as a picture, the clients'
 * writes, the log lines that matter. It is served to this machine alone, under an address that
 * nobody can guess; whoever has the page open is given whole states, never events, so that whoever
 * is slow leaves some out. Nothing is looked at for it while nobody has it open. Uses the driver's
 * watches and {@code live}; but for the next step of a walk it changes nothing.
 */
package org.halab.page;
