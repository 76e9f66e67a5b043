using MovieRec.Engine.Titles;

namespace MovieRec.Tmdb.Matching;

/// <summary>Selection of a title among the results of a search by its name.</summary>
internal static class NameMatch
{
    /// <summary>Returns the only title with the name and year; null if there is none or several.</summary>
    public static TitleKey? FindInYear(Title wanted, IReadOnlyList<Title> found) => Find(wanted, WithName(wanted, found), tolerance: 0);

    /// <summary>Returns the only title with the name if it is at most one year off; otherwise null.</summary>
    /// <remarks>If several titles have the name, null is better than a wrong match, which users' lists would follow.</remarks>
    public static TitleKey? FindNearYear(Title wanted, IReadOnlyList<Title> found) =>
        WithName(wanted, found) is { Count: 1 } alone ? Find(wanted, alone, tolerance: 1) : null;

    private static TitleKey? Find(Title wanted, IReadOnlyList<Title> named, int tolerance) =>
        ReleaseYear.Closest(named, wanted.Year!.Value, tolerance) is { Count: 1 } titles ? titles[0].Key : null;

    private static List<Title> WithName(Title wanted, IReadOnlyList<Title> found)
    {
        var names = new NameIndex<Title>();
        foreach (var title in found.Where(title => title.Key.Kind == wanted.Key.Kind))
        {
            names.Add(title.Name, title);
            names.Add(title.OriginalName, title);
        }
        return [.. names.Find(wanted.Name).Union(wanted.OriginalName is { } original ? names.Find(original) : [])];
    }
}
