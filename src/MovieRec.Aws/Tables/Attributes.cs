using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace MovieRec.Aws.Tables;

/// <summary>Conversion of attributes, tolerant of types: other programs stored numbers as text or left attributes out.</summary>
internal static class Attributes
{
    /// <summary>Converts a text; an empty one, which not every version of DynamoDB accepts, becomes an empty list.</summary>
    public static AttributeValue Text(string text) => text.Length == 0 ? new() { L = [] } : new() { S = text };

    /// <summary>Converts a number to the shortest text that reads back as the same number.</summary>
    /// <remarks>
    /// DynamoDB keeps 38 digits, a double has 17. A number beyond DynamoDB's range, 1E-130 to 9.9E+125, is stored as text.
    /// </remarks>
    public static AttributeValue Number(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return number == 0 || Math.Abs(number) is > 1e-129 and < 1e125 ? new() { N = text } : new() { S = text };
    }

    public static AttributeValue Number(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    public static AttributeValue Numbers(IEnumerable<int> numbers) =>
        new() { L = numbers.ToList().ConvertAll(number => Number((long)number)) };

    public static string? GetText(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value) ? value.S ?? value.N ?? (value.L is { Count: 0 } ? "" : null) : null;

    public static double? GetNumber(this Dictionary<string, AttributeValue> item, string name) =>
        double.TryParse(item.GetText(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number : null;

    public static long? GetInteger(this Dictionary<string, AttributeValue> item, string name) =>
        long.TryParse(item.GetText(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static IReadOnlyList<int> GetIntegers(this Dictionary<string, AttributeValue> item, string name)
    {
        if (!item.TryGetValue(name, out var value))
            return [];
        var texts = value.L?.Select(one => one.N ?? one.S) ?? value.NS ?? value.SS ?? (IEnumerable<string?>?)value.S?.Split(',') ?? [];
        var integers = new List<int>();
        foreach (var text in texts)
        {
            if (int.TryParse(
                text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var one))
            {
                integers.Add(one);
            }
        }
        return integers;
    }

    /// <summary>Reads a time: text as in the API, or milliseconds since 1970, or, if the number is small, seconds.</summary>
    public static DateTimeOffset? GetTime(this Dictionary<string, AttributeValue> item, string name)
    {
        const double FirstMilliseconds = 1e11;
        const double LastMilliseconds = 2.5e14;
        if (item.GetNumber(name) is { } number)
        {
            var milliseconds = Math.Abs(number) < FirstMilliseconds ? number * 1_000 : number;
            return Math.Abs(milliseconds) < LastMilliseconds && milliseconds > -6e13
                ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds)
                : null;
        }
        const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(item.GetText(name), CultureInfo.InvariantCulture, Styles, out var time) ? time : null;
    }

    /// <summary>Returns true if the item has expired; DynamoDB deletes it only within days.</summary>
    public static bool HasExpired(this Dictionary<string, AttributeValue> item, DateTimeOffset now) =>
        item.GetNumber(TableSchema.ExpiresAt) <= now.ToUnixTimeSeconds();
}
