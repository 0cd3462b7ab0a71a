package org.enrol.calendar.model;

/** Why the banks are closed. */
public enum Occasion {
    NEW_YEAR, SECOND_OF_JANUARY, ST_PATRICK, GOOD_FRIDAY, EASTER_MONDAY, EARLY_MAY, SPRING, BOYNE, SUMMER, ST_ANDREW, CHRISTMAS, BOXING_DAY,
    /** Proclaimed for one year only. */
    WORLD_CUP
}
