namespace MovieRec.Sqlite.Database;

/// <summary>Conversion of lists of integers to text, such as <c>28,12</c>.</summary>
internal static class IntegerList
{
    public static string Write(IReadOnlyList<int> integers) => string.Join(',', integers);

    public static IReadOnlyList<int> Read(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return [];
        var integers = new int[text.Count((byte)',') + 1];
        var next = 0;
        foreach (var range in text.Split((byte)','))
            integers[next++] = int.Parse(text[range]);
        return integers;
    }
}
