using System.Globalization;

namespace MovieRec.Cli.Ratings;

/// <summary>Positions of user, item, rating and time in a line; -1 for a missing column.</summary>
internal sealed record RatingColumns(string Separator, int User, int Item, int Value, int Time)
{
    private const int MostColumns = 16;

    private static readonly string[] s_separators = ["::", "\t", ",", ";"];

    /// <summary>Derives the columns from the first line of a file.</summary>
    public static RatingColumns Parse(string first, out bool isHeader)
    {
        var separator = s_separators.FirstOrDefault(first.Contains) ?? " ";
        var names = Array.ConvertAll(
            first.Split(separator), name => name.Trim().Trim('"').Replace("_", "", StringComparison.Ordinal).ToLowerInvariant());
        int At(params string[] known) => Array.FindIndex(names, known.Contains);
        var (user, item) = (At("user", "userid"), At("item", "itemid", "movieid", "movie"));
        isHeader = user >= 0 && item >= 0;
        return isHeader
            ? new RatingColumns(separator, user, item, At("rating", "value", "score"), At("timestamp", "time"))
            : new RatingColumns(separator, 0, 1, names.Length > 2 ? 2 : -1, names.Length > 3 ? 3 : -1);
    }

    public bool TryRead(string line, NameNumbers users, NameNumbers items, out Rating rating)
    {
        rating = default;
        Span<Range> fields = stackalloc Range[MostColumns];
        var text = line.AsSpan();
        var count = text.Split(fields, Separator);
        ReadOnlySpan<char> Field(int column, Span<Range> fields, ReadOnlySpan<char> text) => text[fields[column]].Trim();
        if (count <= Math.Max(Math.Max(User, Item), Math.Max(Value, Time)))
            return false;
        var (value, time) = (1f, 0.0);
        if (Value >= 0
            && !(float.TryParse(Field(Value, fields, text), NumberStyles.Float, CultureInfo.InvariantCulture, out value)
                && float.IsFinite(value)))
        {
            return false;
        }
        if (Time >= 0
            && !(double.TryParse(Field(Time, fields, text), NumberStyles.Float, CultureInfo.InvariantCulture, out time)
                && Math.Abs(time) < 1e15))
        {
            return false;
        }
        var (user, item) = (fields[User], fields[Item]);
        if (text[user].Trim().IsEmpty || text[item].Trim().IsEmpty)
            return false;
        rating = new Rating(users.Add(text[user].Trim()), items.Add(text[item].Trim()), value, (long)time);
        return true;
    }
}
