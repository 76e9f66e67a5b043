using MovieRec.Engine.Feedback;
using MovieRec.Engine.Titles;

namespace MovieRec.Engine.Collaborative.Training;

/// <summary>A title on a user's list.</summary>
/// <param name="UserId">Whose list.</param>
/// <param name="Key">The title.</param>
/// <param name="Kind">Which list.</param>
/// <param name="AddedAt">Since when; recent ones weigh more.</param>
public sealed record ListedTitle(string UserId, TitleKey Key, SignalKind Kind, DateTimeOffset AddedAt);

/// <summary>Learns a model from a service's own lists.</summary>
public static class ListLearner
{
    /// <summary>Minimum number of users with two titles or more.</summary>
    /// <remarks>With fewer there is nothing to learn, and one user's lists could be deduced from the recommendations to another.</remarks>
    public const int FewestUsers = 10;

    private const double HalfLifeDays = 3 * 365;
    private const double OldestWeight = 0.5;

    /// <summary>Trains on the lists; returns null if there are too few users.</summary>
    /// <remarks>The same lists at the same time give the same bytes.</remarks>
    /// <param name="listed">Every entry of every list, in any order.</param>
    /// <param name="now">Ages are counted from here.</param>
    /// <param name="options">Ridge, cap and others.</param>
    /// <param name="progress">Receives the completed share, 0 to 1.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static byte[]? Learn(
        IReadOnlyList<ListedTitle> listed, DateTimeOffset now, TrainingOptions options, IProgress<double>? progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(listed);
        string[] users =
            [.. listed.CountBy(entry => entry.UserId).Where(user => user.Value > 1).Select(user => user.Key).Order(StringComparer.Ordinal)];
        if (users.Length < FewestUsers)
            return null;
        TitleKey[] keys = [.. listed.Select(entry => entry.Key).Distinct().OrderBy(key => key.Kind).ThenBy(key => key.Id)];
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var user in users)
            numbers[user] = numbers.Count;
        var items = new Dictionary<TitleKey, int>();
        foreach (var key in keys)
            items[key] = items.Count;
        var entries = new List<Interaction>(listed.Count);
        foreach (var entry in listed)
        {
            if (numbers.TryGetValue(entry.UserId, out var user))
                entries.Add(new Interaction(user, items[entry.Key], GetWeight(entry, now)));
        }
        var interactions = Interactions.Build(entries, users.Length, keys.Length);
        return ModelWriter.Write(keys, interactions, Trainer.Train(interactions, options, progress, cancellationToken));
    }

    private static float GetWeight(ListedTitle entry, DateTimeOffset now)
    {
        var age = Math.Max(0, (now - entry.AddedAt).TotalDays);
        return (float)(
            Math.Max(OldestWeight, Math.Pow(0.5, age / HalfLifeDays)) * (
                entry.Kind == SignalKind.Favourite ? FeedbackWeights.Favourite : FeedbackWeights.Watchlist));
    }
}
