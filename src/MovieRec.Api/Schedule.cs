namespace MovieRec.Api;

/// <summary>Scheduled call of a function, with the tables that it uses in addition to those of its routes.</summary>
/// <param name="Function">The function that is called.</param>
/// <param name="Hours">Hours of the day, UTC.</param>
/// <param name="Reads">Tables that are read.</param>
/// <param name="Writes">Tables that are written.</param>
public sealed record Schedule(FunctionName Function, IReadOnlyList<int> Hours, IReadOnlyList<Table> Reads, IReadOnlyList<Table> Writes)
{
    /// <summary>Refresh of the catalogue by the media function, twice a day.</summary>
    /// <remarks>Without a schedule, only what requests ask for is fetched. The hours are as far apart as possible, and away from midnight,
    /// when most schedules in the world run.</remarks>
    public static Schedule Refresh { get; } = new(FunctionName.MediaCache, [3, 15], [Table.MovieRecCache], [Table.MovieRecCache]);

    public static IReadOnlyList<Schedule> All { get; } = [Refresh];
}
