namespace MovieRec.Engine.Titles;

/// <summary>Selection among titles of one name by year of release.</summary>
public static class ReleaseYear
{
    /// <summary>Returns the titles of exactly a year; if there are none, those within a tolerance.</summary>
    /// <remarks>Sources differ on which date is the release, so a year's difference is common.</remarks>
    /// <param name="titles">Titles of the same name.</param>
    /// <param name="year">Year to find.</param>
    /// <param name="tolerance">Accepted difference in years; 0 for none.</param>
    public static IReadOnlyList<Title> Closest(IEnumerable<Title> titles, int year, int tolerance)
    {
        var dated = titles.Where(title => title.Year is not null).ToList();
        var exact = dated.FindAll(title => title.Year == year);
        return exact.Count > 0 ? exact : dated.FindAll(title => Math.Abs(title.Year!.Value - year) <= tolerance);
    }
}
