namespace MovieRec.Engine.Titles;

/// <summary>Comparison of titles of one name by the year of their release.</summary>
public static class ReleaseYear
{
    /// <summary>Returns the titles of exactly that year, else those that are off by at most the tolerance.</summary>
    /// <remarks>Sources differ on which date is the release, so a year's difference is common.</remarks>
    /// <param name="titles">Titles of one name.</param>
    /// <param name="year">The year sought.</param>
    /// <param name="tolerance">Accepted difference in years; 0 for none.</param>
    public static IReadOnlyList<Title> Closest(IEnumerable<Title> titles, int year, int tolerance)
    {
        var dated = titles.Where(title => title.Year is not null).ToList();
        var exact = dated.FindAll(title => title.Year == year);
        return exact.Count > 0 ? exact : dated.FindAll(title => Math.Abs(title.Year!.Value - year) <= tolerance);
    }
}
