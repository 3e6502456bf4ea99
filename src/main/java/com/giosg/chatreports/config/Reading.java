package com.giosg.chatreports.config;

/**
 * One pass over one file.
 *
 * @param problems what makes the file unusable
 * @param notes what an operator should know all the same
 * @param functions what stands behind {@code {{…}}}
 */
record Reading(Problems problems, Problems notes, PropertyFunctions functions) {}
