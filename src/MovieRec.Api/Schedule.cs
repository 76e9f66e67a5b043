namespace MovieRec.Api;

/// <summary>A function that is called by the clock, too, and what it may touch then beside what its routes let it.</summary>
/// <param name="Function">Who is called.</param>
/// <param name="Hours">When, in hours of the day, UTC.</param>
/// <param name="Reads">Tables that are read.</param>
/// <param name="Writes">Tables that are written.</param>
public sealed record Schedule(FunctionName Function, IReadOnlyList<int> Hours, IReadOnlyList<Table> Reads, IReadOnlyList<Table> Writes)
{
    /// <summary>
    /// Twice a day the media function refreshes the catalogue; without a schedule nothing is fetched but what requests ask for. The hours are away
    /// from midnight, when the whole world's schedules run, and from each other as far as can be.
    /// </summary>
    public static Schedule Refresh { get; } = new(FunctionName.MediaCache, [3, 15], [Table.MovieRecCache], [Table.MovieRecCache]);

    public static IReadOnlyList<Schedule> All { get; } = [Refresh];
}
