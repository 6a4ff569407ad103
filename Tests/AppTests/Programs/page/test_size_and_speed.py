"""The page is small, opens at once, and plays without stuttering."""

import pytest


def test_the_file_is_small_enough_to_send(theatre, is_large, measure):
    size = theatre.path.stat().st_size
    measure(f"bytes {size}")
    most = 8_000_000 if is_large else 500_000
    assert size < most


@pytest.mark.timed
def test_the_first_picture_comes_within_two_seconds(open_page, measure):
    times = []
    for _ in range(3):
        page = open_page()
        times.append(page.evaluate("performance.getEntriesByName('first picture')[0].startTime"))
        page.context.close()
    measure(f"first picture ms {', '.join(f'{time:.0f}' for time in times)}")
    assert sorted(times)[1] < 2000


PLAY_FOR_SIX_SECONDS = """async () => {
  const seen = new Set(), gaps = [], costs = [];
  const draw = page.stage.drawNow.bind(page.stage);
  page.stage.drawNow = () => {
    const begin = performance.now();
    draw();
    page.stage.ground.getImageData(0, 0, 1, 1);
    costs.push(performance.now() - begin);
    seen.add(page.day);
  };
  byId('speed').value = '60';
  page.goTo(0);
  page.player.play();
  const begin = performance.now();
  let before = begin;
  await new Promise((done) => {
    const tick = (now) => {
      gaps.push(now - before);
      before = now;
      if (performance.now() - begin > 6000 || !page.player.isPlaying) done();
      else requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const seconds = (performance.now() - begin) / 1000;
  page.player.pause();
  costs.sort((a, b) => a - b);
  gaps.sort((a, b) => a - b);
  return { seconds, frames: gaps.length, draws: costs.length, days: seen.size,
    median: costs[costs.length >> 1] || 0, slow: costs[Math.floor(costs.length * 0.95)] || 0,
    gap: gaps[Math.floor(gaps.length * 0.95)] || 0 };
}"""


@pytest.mark.timed
@pytest.mark.usefixtures("several_days")
def test_playback_draws_thirty_pictures_a_second(page, measure):
    result = page.evaluate(PLAY_FOR_SIX_SECONDS)
    frames, pictures = result["frames"] / result["seconds"], result["draws"] / result["seconds"]
    measure(f"playback frames/s {frames:.1f}, pictures/s {pictures:.1f}, "
            f"different days {result['days']} in {result['seconds']:.1f} s, "
            f"a picture ms median {result['median']:.1f}, 95 % {result['slow']:.1f}, "
            f"between frames 95 % {result['gap']:.1f}")
    assert frames >= 30
    assert pictures >= 30 or result["seconds"] < 2
