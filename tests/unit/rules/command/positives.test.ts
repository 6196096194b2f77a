import { describe, expect, it } from 'vitest';
import { counting, PACKS, PROBLEMS, seen } from './command-engine.ts';

describe('facts that must be found, with their exact spans', () => {
  it.each([
    ['疏散地域为云岭县柳溪镇，接收人口1.2万人。', ['云岭县柳溪镇', '接收人口1.2万人']],
    ['重要经济目标名录：云溪电厂、云溪大桥……', ['云溪电厂', '云溪大桥']],
    ['机密★10年\n关于演习的通知', ['机密★10年']],
    ['秘 密\n000012\n关于演习的通知', ['秘 密', '000012']],
    ['云人防密〔2012〕3号', ['云人防密〔2012〕3号']],
    ['内部资料　注意保存\n台账', ['内部资料　注意保存']],
    ['正文一段。\n（此件不公开）', ['此件不公开']],
  ] as const)('%s', (text, found) => {
    expect(counting(text)).toEqual(found);
  });

  it('tells a masked frequency and call sign as notices only', () => {
    const found = seen('人防短波电台工作频率××.××MHz，呼号××。').map(({ level, text }) => [level, text]);
    expect(found).toEqual([
      ['notice', '××.××MHz'],
      ['notice', '××'],
    ]);
  });
});

describe('communication facts', () => {
  it.each([
    ['战备电台守听频率4865千赫，夜间改用3390kHz。', ['4865千赫', '3390kHz']],
    ['中继台上行351.225MHz、下行361.225MHz。', ['351.225MHz', '361.225MHz']],
    ['对讲机改到四百零九点七五兆，逐点点名。', ['四百零九点七五兆']],
    ['换发呼号“云雀”，备用呼号为长风三号。', ['“云雀”', '长风三号']],
    ['他打开对讲机：“长江五号，我是黄河两洞。”', ['长江五号', '黄河两洞']],
    ['主控服务器10.45.8.11，网段10.45.16.0/24至10.45.20.0/24。', ['10.45.8.11', '10.45.16.0/24至10.45.20.0/24']],
    ['警报平台用户名rfadmin，密码Yg#2024rf。', ['rfadmin', 'Yg#2024rf']],
    ['新建警报点编号为LX-61、LX-62，已调试。', ['LX-61、LX-62']],
    ['值班员控制全区三十一台电声警报器。', ['三十一台电声警报器']],
    ['战备值班电话0570-6220117，值班电话0570-6220118。', ['0570-6220117']],
  ] as const)('%s', (text, found) => {
    expect(counting(text)).toEqual(found);
  });

  it('reads the cells of a table of siren points by their headers', () => {
    const table = ['编号\t安装位置\t型号\t控制方式\t管护人', 'K-07\t水塔\tDZ-1200型电声警报器1台\t4G物联网终端\t王五'].join('\n');
    expect(counting(table)).toEqual(['K-07', 'DZ-1200型电声警报器1台', '4G物联网终端']);
  });

  it('reads a card of labelled lines as it reads a table', () => {
    expect(counting('警报点登记卡\n警报点编号：HX-22\n控制频点：151.225\n联系电话：2233445')).toEqual(['HX-22', '151.225']);
  });
});

describe('plans, targets and forces', () => {
  it.each([
    ['一级目标为岚湖水电站、岚湖铁路大桥。', ['岚湖水电站', '岚湖铁路大桥']],
    ['与石岭县汤山镇、白马镇签订接收安置协议。', ['石岭县汤山镇、白马镇']],
    ['江北片区集结点设在北站货场。', ['北站货场']],
    ['疏散演练在人民公园举行，居民沿和平路有序到达。', []],
    ['重要目标防护检查通报\n市属岚湖热电厂落实较好。', ['岚湖热电厂']],
  ] as const)('%s', (text, found) => {
    expect(counting(text)).toEqual(found);
  });

  it('reads the tables of a plan by their headers', () => {
    const table = ['疏出单位\t接收乡镇\t疏散路线\t计划人数', '前进街道\t古城县北辛镇\t前进路—S232省道\t14600'].join('\n');
    expect(counting(table)).toEqual(['前进街道', '古城县北辛镇', '前进路—S232省道', '14600']);
  });
});

describe('internal remarks', () => {
  it.each([
    ['会议研究了人选。拟推荐某科长任副主任，待组织部考察后再公布。', ['拟推荐某科长任副主任，待组织部考察后再公布']],
    ['补助已发放（该笔补助未走会议程序），共三人。', ['该笔补助未走会议程序']],
    ['承办处室意见：建议答复时回避产权问题。', ['建议答复时回避产权问题']],
    ['岚湖市疏散安置细则（讨论稿）', ['（讨论稿）']],
    ['在全县会议上的讲话\n技术上的事，等一会请通信股的同志汇报。', ['等一会请通信股的同志汇报']],
  ] as const)('%s', (text, found) => {
    expect(counting(text)).toEqual(found);
  });

  it('takes residue of speech in a published report for a slip of editing only', () => {
    const found = seen('岚湖市人防办年度报告\n具体工作等一会请工程处的同志汇报。').map(({ level, text }) => [level, text]);
    expect(found).toEqual([['notice', '等一会请工程处的同志汇报']]);
  });
});

describe('the packs', () => {
  it('load without a problem and hold enough rules', () => {
    expect(PROBLEMS).toEqual([]);
    expect(PACKS.map(({ name, rules }) => [name, rules.length >= 6])).toEqual([
      ['command', true],
      ['internal', true],
      ['marks', true],
    ]);
  });

  it('refuse a draft only for a mark that stands as one', () => {
    expect(PACKS.flatMap(({ rules }) => rules.filter((rule) => rule.refuses).map((rule) => rule.id))).toEqual(['secret-mark']);
  });
});
