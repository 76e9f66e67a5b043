using MovieRec.Engine.Text;
using MovieRec.Engine.Titles;

namespace MovieRec.Tmdb.Matching;

/// <summary>Finds a title among those that a search by its name gave.</summary>
internal static class NameMatch
{
    /// <summary>The one of the name and year.</summary>
    public static TitleKey? OfYear(Title wanted, IReadOnlyList<Title> found) =>
        Alone(WithName(wanted, found).FindAll(title => title.Year == wanted.Year));

    /// <summary>The one title of the name, where it is at most a year off: countries do not agree on when a film came out.</summary>
    public static TitleKey? OfAboutTheYear(Title wanted, IReadOnlyList<Title> found) =>
        Alone(WithName(wanted, found)) is { } key && WithName(wanted, found)[0].Year is { } year && Math.Abs(year - wanted.Year!.Value) <= 1
            ? key
            : null;

    private static TitleKey? Alone(List<Title> titles) => titles.Count == 1 ? titles[0].Key : null;

    private static List<Title> WithName(Title wanted, IReadOnlyList<Title> found)
    {
        var named = new List<Title>();
        foreach (var title in found)
        {
            if (title.Key.Kind == wanted.Key.Kind && (HasName(title, wanted.Name) || HasName(title, wanted.OriginalName)))
                named.Add(title);
        }
        return named;
    }

    private static bool HasName(Title title, string? name) => AreSame(name, title.Name) || AreSame(name, title.OriginalName);

    private static bool AreSame(string? one, string? other)
    {
        if (one is null || other is null)
            return false;
        var folded = Folding.Fold(one);
        // Of "???" nothing is left.
        return folded.Length > 0 ? folded == Folding.Fold(other) : one == other;
    }
}
